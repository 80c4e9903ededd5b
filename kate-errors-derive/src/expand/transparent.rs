//! Transparent variants.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Member;

use super::rewrite::outside_impls;
use crate::model::{Model, Role, Variant};

/// The field of a transparent variant.
///
/// A type that is not generic is used through one trait, so that rustc gives one message if a trait is missing. For a generic
/// type, the traits that are used are in bounds.
pub(super) struct Transparent<'m> {
    pub(super) member: &'m Member,
    pub(super) ty: TokenStream,
    pub(super) is_generic: bool,
    /// The one trait that a type that is not generic is used through.
    through: TokenStream,
}

impl<'m> Transparent<'m> {
    pub(super) fn of(variant: &'m Variant<'_>) -> Option<Self> {
        let field = variant.fields.first()?;
        matches!(variant.role, Role::Transparent(_)).then(|| Self {
            member: &field.member,
            ty: field.ty.to_token_stream(),
            is_generic: field.is_generic,
            through: if variant.is_parsed() {
                quote!(__kate::DecodedTransparentField)
            } else {
                quote!(__kate::TransparentField)
            },
        })
    }

    /// The same field, with its type written for use outside of impls.
    pub(super) fn outside_impls(self, model: &Model<'_>) -> Self {
        let ty = outside_impls(model, &self.ty);
        Self { ty, ..self }
    }

    pub(super) fn catalog(&self) -> TokenStream {
        self.item(&quote!(__kate::Documented), &quote!(CATALOG))
    }

    pub(super) fn table(&self) -> TokenStream {
        self.item(&quote!(__kate::Decoder), &quote!(TABLE))
    }

    pub(super) fn find(&self) -> TokenStream {
        self.item(&quote!(__kate::Decoder), &quote!(find))
    }

    /// The value as `&dyn KateError`.
    pub(super) fn as_kate_error(&self, value: &Ident) -> TokenStream {
        if self.is_generic {
            return value.to_token_stream();
        }
        let as_kate_error = self.item(&TokenStream::new(), &quote!(as_kate_error));
        quote!(#as_kate_error(#value))
    }

    /// An item of the field's type, through the one trait, or through `if_generic` if the type is generic.
    fn item(&self, if_generic: &TokenStream, item: &TokenStream) -> TokenStream {
        let through = if self.is_generic {
            if_generic
        } else {
            &self.through
        };
        let ty = &self.ty;
        quote!(<#ty as #through>::#item)
    }
}

/// The transparent variants that are read back, with their indexes: they are the nested entries of the type's table, in this
/// order.
pub(super) fn nested<'m>(model: &'m Model<'m>) -> impl Iterator<Item = (usize, &'m Variant<'m>)> {
    let variants = model.variants.iter().enumerate();
    variants
        .filter(|(_, variant)| matches!(variant.role, Role::Transparent(_)) && variant.is_parsed())
}

/// The name of the static with the errors of a transparent variant that has a fix of its own.
pub(super) fn errors_with_fix(variant: usize) -> Ident {
    format_ident!("__ERRORS_WITH_FIX_{variant}")
}
