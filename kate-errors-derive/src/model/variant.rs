//! Variants. A struct is one variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;
use syn::spanned::Spanned;

use super::attributes::{Doc, Header, Status, VariantAttributes};
use super::field::{Field, FieldRole};
use super::form::{Form, FormKind};
use super::words::Words;

/// A variant of an enum, or a whole struct.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) kind: VariantKind,
    pub(crate) doc: Doc,
    pub(crate) role: Role,
    pub(crate) status: Option<Status>,
    pub(crate) fix: Option<LitStr>,
    /// The variant's own headers, then those of the enum that it does not replace.
    pub(crate) headers: Vec<Header>,
    pub(crate) forms: Vec<Form>,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) words: Words,
    pub(crate) emit_only: Option<EmitOnly>,
    /// Whether a diagnostic was given for any part of it.
    pub(crate) is_broken: bool,
    pub(crate) attributes: VariantAttributes,
}

#[derive(Clone, Copy)]
pub(crate) enum VariantKind {
    OfEnum,
    Struct,
}

/// Where a variant's status and detail come from.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// From its attributes.
    Plain,
    /// From its only field, which is another error.
    Transparent(Span),
    /// From its fields `status` and `detail`.
    Other(Span),
}

/// Why a variant is never parsed back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum EmitOnly {
    /// The type is `emit_only`.
    Type,
    /// The variant is `emit_only`.
    Variant,
    /// It has a source that is not an `Option`, or that a detail prints.
    Source,
}

/// A form that some values are written in.
pub(crate) struct EmittedForm {
    /// The form's index.
    pub(crate) form: usize,
    /// The `Option` fields that must be `Some`.
    pub(crate) required: Vec<usize>,
}

impl Variant<'_> {
    pub(crate) fn is_parsed(&self) -> bool {
        self.emit_only.is_none()
    }

    pub(crate) fn is_lossy(&self) -> bool {
        self.words.lossy.is_some()
    }

    /// The status of a plain variant. One without a status has a diagnostic, so its table is not written, and the proof leaves
    /// its forms out: nothing reads the zero.
    pub(crate) fn status_code(&self) -> u16 {
        self.status.as_ref().map_or(0, |status| status.code)
    }

    /// What messages call it.
    pub(crate) fn noun(&self) -> &'static str {
        match self.kind {
            VariantKind::OfEnum => "variant",
            VariantKind::Struct => "struct",
        }
    }

    /// Its path in expressions and patterns.
    pub(crate) fn path(&self) -> TokenStream {
        match self.kind {
            VariantKind::OfEnum => {
                let ident = self.ident;
                quote!(Self::#ident)
            }
            VariantKind::Struct => quote!(Self),
        }
    }

    /// The local of a field in generated patterns. It has the span of the field's type, where unmet bounds are reported, and is
    /// hygienic.
    pub(crate) fn local(&self, field: usize) -> Ident {
        let span = Span::mixed_site().located_at(self.fields[field].ty.span());
        format_ident!("__f{field}", span = span)
    }

    /// Whether a constant form gives the whole value: no field comes from a header or is a default.
    pub(crate) fn has_constant_value(&self) -> bool {
        let computed =
            |field: &Field<'_>| matches!(field.role, FieldRole::Header(_) | FieldRole::Skip(_));
        !self.fields.iter().any(computed)
    }

    /// The `Option` fields that must be `Some` for a value to be written in this form: those that it displays.
    pub(crate) fn required_options(&self, form: &Form) -> Vec<usize> {
        let printed: Vec<usize> = match &form.kind {
            FormKind::Template { placeholders, .. } => placeholders
                .iter()
                .map(|placeholder| placeholder.field)
                .collect(),
            FormKind::Format { fields, .. } => {
                let displayed = fields
                    .iter()
                    .filter(|named| named.traits.contains(&"Display"));
                displayed.map(|named| named.field).collect()
            }
            FormKind::Constant(_) | FormKind::Broken => Vec::new(),
        };
        let mut required = Vec::new();
        for index in printed {
            let field = &self.fields[index];
            let is_option = field.option.is_some()
                && matches!(field.role, FieldRole::Plain | FieldRole::Source { .. });
            if is_option && !required.contains(&index) {
                required.push(index);
            }
        }
        required
    }

    /// The forms that some values are written in. A value is written in the first form whose required fields are `Some`; a
    /// form that requires all fields of an earlier one is never written.
    pub(crate) fn emitted_forms(&self) -> Vec<EmittedForm> {
        let mut emitted = Vec::<EmittedForm>::new();
        for (index, form) in self.forms.iter().enumerate() {
            let required = self.required_options(form);
            let can_fail = |earlier: &EmittedForm| {
                earlier
                    .required
                    .iter()
                    .any(|field| !required.contains(field))
            };
            if emitted.iter().all(can_fail) {
                emitted.push(EmittedForm {
                    form: index,
                    required,
                });
            }
        }
        emitted
    }
}
