//! From the model to the impls: tables, and short calls into the runtime. Nothing can fail here.

mod decode;
mod document;
mod emit;
mod rows;
mod table;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::spanned::Spanned;
use syn::{Generics, Ident, WhereClause};

use crate::generics::Bounds;
use crate::model::{Field, FieldRole, Form, Model, Role, Text, Variant};
use rows::Rows;

pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let rows = Rows::of(model);
    let table = table::expand(model, &rows);
    let bounds = EmitBounds::of(model);
    let mut impls = vec![
        emit::emit(model, &rows, &bounds),
        emit::kate_error(model, &bounds),
        emit::response(model, &bounds),
        document::documented(model),
    ];
    if model.words.no_display.is_none() {
        impls.push(emit::display(model, &bounds));
        impls.push(emit::error(model));
        impls.push(emit::from(model));
    }
    if model.decodes() {
        impls.push(decode::expand(model, &rows));
    }
    in_block(model, &quote!(#table #(#impls)*))
}

/// Keeps names out of the user's module. The lints are those that see a derive's code as the user's own.
pub(crate) fn in_block(model: &Model<'_>, impls: &TokenStream) -> TokenStream {
    let krate = model
        .words
        .krate
        .as_ref()
        .map_or_else(|| quote!(::kate_errors), ToTokens::to_token_stream);
    quote! {
        #[doc(hidden)]
        #[allow(deprecated, unreachable_patterns, unused_imports, unused_qualifications, unused_variables)]
        const _: () = {
            use #krate::__private as __kate;
            use __kate::{AsSource as _, Unknown as _};
            #impls
        };
    }
}

/// The head of an impl.
pub(crate) fn implement(
    model: &Model<'_>,
    attributes: &TokenStream,
    what: &TokenStream,
    bounds: &Bounds,
    body: &TokenStream,
) -> TokenStream {
    let generics = &model.input.generics;
    let (impl_generics, type_generics, _) = generics.split_for_impl();
    let where_clause: Option<WhereClause> = bounds.where_clause(generics);
    let ident = ident(model);
    quote! {
        #attributes
        #[automatically_derived]
        impl #impl_generics #what for #ident #type_generics #where_clause {
            #body
        }
    }
}

/// The type's name, without the span that would make a deprecated type's impls warn.
pub(crate) fn ident(model: &Model<'_>) -> Ident {
    let mut ident = model.ident().clone();
    ident.set_span(ident.span().resolved_at(proc_macro2::Span::call_site()));
    ident
}

/// `Self` with its parameters, for bounds.
fn self_type(generics: &Generics, ident: &Ident) -> TokenStream {
    let (_, type_generics, _) = generics.split_for_impl();
    quote!(#ident #type_generics)
}

/// What a generic type needs to be printed, and to be an error.
pub(crate) struct EmitBounds {
    pub(crate) print: Bounds,
    pub(crate) speak: Bounds,
}

impl EmitBounds {
    fn of(model: &Model<'_>) -> Self {
        let (mut print, mut speak) = (Bounds::default(), Bounds::default());
        for variant in &model.variants {
            if let (Role::Transparent(_), Some(field)) = (variant.role, variant.fields.first()) {
                if field.generic {
                    print.add(field.ty, quote!(__kate::KateError));
                }
            }
            for form in &variant.forms {
                for (field, bound) in printed(variant, form) {
                    print.add(field.inner_or_whole(bound), quote!(::core::fmt::#bound));
                }
            }
            for field in variant.fields.iter().filter(|field| field.generic) {
                if let FieldRole::Header(_) = field.role {
                    speak.add(field.inner(), quote!(::core::fmt::Display));
                }
            }
        }
        if model.params.any() {
            let ident = ident(model);
            let this = self_type(&model.input.generics, &ident);
            speak.add(this, quote!(::core::error::Error));
        }
        let speak = speak.with(&print);
        Self { print, speak }
    }
}

impl Field<'_> {
    /// `Display` sees the value of an `Option`, the other formats the `Option` itself.
    fn inner_or_whole(&self, bound: &Ident) -> &syn::Type {
        if bound == "Display" {
            self.inner()
        } else {
            self.ty
        }
    }
}

/// The generic fields that a form prints, and the traits that print them.
fn printed<'m>(variant: &'m Variant<'m>, form: &'m Form) -> Vec<(&'m Field<'m>, &'static Ident)> {
    let mut printed = Vec::new();
    let mut add = |field: usize, bound: &str| {
        let field = &variant.fields[field];
        if field.generic {
            // Bounds are made once per build of a type: a leak of a word each.
            let bound: &'static Ident = Box::leak(Box::new(format_ident!("{bound}")));
            printed.push((field, bound));
        }
    };
    match &form.text {
        Text::Template { slots, .. } => slots.iter().for_each(|slot| add(slot.field, "Display")),
        Text::Format { fields, .. } => {
            for used in fields {
                used.bounds.iter().for_each(|bound| add(used.field, bound));
            }
        }
        Text::Constant(_) | Text::Broken => {}
    }
    printed
}

/// The local for a field in generated patterns. Its span makes a failed bound point at the field's type.
fn local(variant: &Variant<'_>, field: usize) -> Ident {
    format_ident!("__f{field}", span = variant.fields[field].ty.span())
}
