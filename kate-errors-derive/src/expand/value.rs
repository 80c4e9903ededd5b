//! The value of a form that was matched.

use proc_macro2::TokenStream;
use quote::quote;

use super::language;
use crate::model::{Field, FieldRole, Form, Variant};

/// The expression of the value, after the texts of its fields were bound to locals.
pub(super) fn of_form(variant: &Variant<'_>, form: &Form) -> TokenStream {
    let path = variant.path();
    let fields = variant.fields.iter().enumerate().map(|(index, field)| {
        let (member, value) = (&field.member, of_field(variant, form, index, field));
        quote!(#member: #value)
    });
    quote!(#path { #(#fields),* })
}

fn of_field(variant: &Variant<'_>, form: &Form, index: usize, field: &Field<'_>) -> TokenStream {
    let none = quote!(::core::option::Option::None);
    match &field.role {
        FieldRole::Header(name) => {
            let ty = &field.read.ty;
            let parsed = quote!(<#ty as __kate::FieldFromStr>::parse(__query.header(#name)));
            if field.read.pointers.is_empty() {
                return parsed;
            }
            let pointer = in_pointers(field, quote!(__value));
            quote!(::core::option::Option::map(#parsed, |__value| #pointer))
        }
        FieldRole::Skip(_) => {
            let ty = field.ty;
            quote!(<#ty as __kate::FieldDefault>::default_value())
        }
        FieldRole::Source { .. } | FieldRole::Broken { .. } => none,
        FieldRole::Plain if form.placeholder(index).is_none() => none,
        FieldRole::Plain => {
            let (matched, ty, reader) = (variant.local(index), &field.read.ty, reader(field));
            let value = in_pointers(
                field,
                quote! {
                    <#ty as __kate::FieldFromStr>::read(#matched, #reader, <#ty as __kate::FieldDisplay>::display)?
                },
            );
            if field.option.is_some() {
                quote!(::core::option::Option::Some(#value))
            } else {
                value
            }
        }
    }
}

/// The value in the pointers of the field's type.
fn in_pointers(field: &Field<'_>, value: TokenStream) -> TokenStream {
    let pointers = field.read.pointers.iter().rev();
    pointers.fold(
        value,
        |value, pointer| quote!(<#pointer as __kate::FieldPointer<_>>::to(#value)),
    )
}

/// How the matched text of a field is read. With `chars` or `words`, the match may be a text that the type reads but never prints. So the
/// value is printed again and compared with the text.
fn reader(field: &Field<'_>) -> TokenStream {
    let ty = &field.read.ty;
    if let Some(declared) = language::declared(field) {
        quote!(const { __kate::FieldReader::Compared(#declared) })
    } else {
        quote!(<__kate::Probe<#ty>>::__KATE_READER)
    }
}
