//! The bounds of the impls that turn a value into a detail or a response.

use quote::{format_ident, quote};
use syn::Type;

use super::bounds::Bounds;
use crate::model::{Form, FormKind, Model, Role, Variant};

#[derive(Default)]
pub(super) struct EmitBounds {
    /// The bounds of `Display` and `Emit`.
    pub(super) display: Bounds,
    /// The bounds of `KateError`, and of the impls that use it.
    pub(super) error: Bounds,
}

impl EmitBounds {
    pub(super) fn of(model: &Model<'_>) -> Self {
        let (mut display, mut error) = (Bounds::default(), Bounds::default());
        for variant in &model.variants {
            if let (Role::Transparent(_), Some(field)) = (variant.role, variant.fields.first()) {
                if field.is_generic {
                    display.add(field.ty, quote!(__kate::KateError));
                }
            }
            for form in &variant.forms {
                for (ty, name) in printed_types(model, variant, form) {
                    let name = format_ident!("{name}");
                    display.add(ty, quote!(::core::fmt::#name));
                }
            }
            for field in variant.fields.iter().filter(|field| field.is_generic) {
                if field.header().is_some() {
                    error.add(field.inner(), quote!(::core::fmt::Display));
                }
            }
        }
        if model.generic_params.any() {
            error.add(model.this(), quote!(::core::error::Error));
        }
        let error = error.and(&display);
        Self { display, error }
    }
}

/// The generic types that a form prints, each with the trait that prints it. A required `Option` is printed as its value, another as
/// the `Option`.
fn printed_types<'m>(
    model: &Model<'_>,
    variant: &'m Variant<'m>,
    form: &'m Form,
) -> Vec<(&'m Type, &'static str)> {
    let printed: Vec<(usize, &'static str)> = match &form.kind {
        FormKind::Template { placeholders, .. } => placeholders
            .iter()
            .map(|placeholder| (placeholder.field, "Display"))
            .collect(),
        FormKind::Format { fields, .. } => fields
            .iter()
            .flat_map(|named| named.traits.iter().map(|name| (named.field, *name)))
            .collect(),
        FormKind::Constant(_) | FormKind::Broken => Vec::new(),
    };
    let required = variant.required_options(form);
    let generic = printed.into_iter().filter(|(index, name)| {
        let field = &variant.fields[*index];
        let asks_for_itself = field.names_container && *name == "Display" && model.displays();
        field.is_generic && !asks_for_itself
    });
    let types = generic.map(|(index, name)| {
        let field = &variant.fields[index];
        let ty = if required.contains(&index) {
            field.inner()
        } else {
            field.ty
        };
        (ty, name)
    });
    types.collect()
}
