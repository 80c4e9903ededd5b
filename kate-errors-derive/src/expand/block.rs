//! The block around all impls.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, Fields};

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

/// The lints that the user allows on the type, and `deprecated` if a part of it is. No other lint is allowed: rustc refuses an
/// `allow` of a lint that the user forbids.
fn allowed_lints(model: &Model<'_>) -> Vec<TokenStream> {
    let attributes = &model.input.attrs;
    let own = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("allow"));
    let mut allowed: Vec<_> = own.map(ToTokens::to_token_stream).collect();
    let is_deprecated = |attributes: &[Attribute]| {
        attributes
            .iter()
            .any(|attribute| attribute.path().is_ident("deprecated"))
    };
    let in_fields = |fields: &Fields| fields.iter().any(|field| is_deprecated(&field.attrs));
    let inside = match &model.input.data {
        Data::Struct(data) => in_fields(&data.fields),
        Data::Enum(data) => data
            .variants
            .iter()
            .any(|variant| is_deprecated(&variant.attrs) || in_fields(&variant.fields)),
        Data::Union(_) => false,
    };
    // The impls name what is deprecated, but the user does not use it there.
    if inside || is_deprecated(attributes) {
        allowed.push(quote!(#[allow(deprecated)]));
    }
    allowed
}
