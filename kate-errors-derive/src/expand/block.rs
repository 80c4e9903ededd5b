//! The block around all impls.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Meta};

use crate::model::Model;

/// Wraps the impls in a constant, which keeps their imports and statics out of the user's module.
pub(crate) fn in_block(model: &Model<'_>, impls: impl ToTokens) -> TokenStream {
    let import = if let Some(path) = &model.words.krate {
        // With the path's span, rustc reports a path that does not exist there.
        let span = Span::call_site().located_at(path.span());
        quote_spanned!(span=> use #path::__private as __kate;)
    } else {
        quote!(
            use ::kate_errors::__private as __kate;
        )
    };
    let allowed = allowed_lints(model);
    quote! {
        #[doc(hidden)]
        #(#allowed)*
        const _: () = {
            #import
            use __kate::{PointsToError as _, PointsToTraitObject as _, SlowPrint as _, UnknownLanguage as _};
            #impls
        };
    }
}

/// The lints that the user allows on the type, a variant or a field, and `deprecated` if one of them is. No other lint is allowed:
/// rustc refuses an `allow` of a lint that the user forbids.
fn allowed_lints(model: &Model<'_>) -> Vec<TokenStream> {
    let attributes = attributes(model.input);
    let mut allowed: Vec<_> = attributes.iter().copied().filter_map(allowed).collect();
    let is_deprecated = |attribute: &&Attribute| attribute.path().is_ident("deprecated");
    // The impls name what is deprecated, but the user does not use it there.
    if attributes.iter().any(is_deprecated) {
        allowed.push(quote!(#[allow(deprecated)]));
    }
    allowed
}

/// The attributes of the type, its variants and all fields.
fn attributes(input: &DeriveInput) -> Vec<&Attribute> {
    let mut attributes: Vec<_> = input.attrs.iter().collect();
    match &input.data {
        Data::Struct(data) => attributes.extend(of_fields(&data.fields)),
        Data::Enum(data) => {
            for variant in &data.variants {
                attributes.extend(&variant.attrs);
                attributes.extend(of_fields(&variant.fields));
            }
        }
        Data::Union(_) => {}
    }
    attributes
}

fn of_fields(fields: &Fields) -> impl Iterator<Item = &Attribute> {
    fields.iter().flat_map(|field| &field.attrs)
}

/// What an attribute allows. What the user expects there, derived code may do, and need not.
fn allowed(attribute: &Attribute) -> Option<TokenStream> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    let lints = &list.tokens;
    let is_meant = list.path.is_ident("allow") || list.path.is_ident("expect");
    is_meant.then(|| quote!(#[allow(#lints)]))
}
