//! The variant marked `#[kate(other)]`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Variant;

/// The types of the fields `status` and `detail`, each as the trait that converts it: `<StatusCode as __kate::OtherStatus>`.
pub(super) fn field_types(variant: &Variant<'_>) -> [TokenStream; 2] {
    let as_trait = |name: &str, name_of_trait: TokenStream| {
        let field = variant.fields.iter().find(|field| field.name() == name);
        let ty = field.map(|field| field.ty);
        quote!(<#ty as __kate::#name_of_trait>)
    };
    [
        as_trait("status", quote!(OtherStatus)),
        as_trait("detail", quote!(OtherDetail)),
    ]
}
