//! The catalog, for programs and for readers.

use kate_errors_core::markdown::{ERRORS_HEAD, code, details, errors_line};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Nested, implement, table};
use crate::generics::Bounds;
use crate::model::{Model, Role};
use crate::status;

pub(super) fn documented(model: &Model<'_>) -> TokenStream {
    let mut bounds = Bounds::default();
    let mut groups = Vec::new();
    for (index, variant) in model.variants.iter().enumerate() {
        let Some(nested) = Nested::of(variant) else {
            continue;
        };
        if nested.generic {
            bounds.add(&nested.ty, quote!(__kate::Documented));
        }
        let group = nested.catalog();
        groups.push(match &variant.fix {
            Some(_) => {
                let errors = table::errors_with_fix(index);
                quote!(__kate::group_with_fix(#group, &#errors))
            }
            None => group,
        });
    }
    let body = quote! {
        const CATALOG: __kate::Catalog = __kate::catalog(&__TABLE, &__ERRORS, const { &[#(#groups),*] });
    };
    implement(
        model,
        &quote!(),
        &quote!(__kate::Documented),
        &bounds,
        &body,
    )
}

/// The errors as a Markdown table, for the user's own rustdoc.
pub(super) fn table(model: &Model<'_>) -> String {
    let mut out = String::from(ERRORS_HEAD);
    for variant in &model.variants {
        let (mut status, mut detail, mut cause) =
            (String::new(), String::new(), variant.doc.title().to_owned());
        match variant.role {
            Role::Own => {
                status = variant
                    .status
                    .as_ref()
                    .map(|own| status::title(own.code))
                    .unwrap_or_default();
                let templates: Vec<_> = variant
                    .forms
                    .iter()
                    .map(|form| form.literal.value())
                    .collect();
                detail = details(templates.iter().map(String::as_str));
            }
            Role::Transparent(_) => {
                let inner = variant
                    .fields
                    .first()
                    .map(|field| field.ty.to_token_stream().to_string());
                detail = format!(
                    "those of {}",
                    code(&inner.unwrap_or_default().replace(' ', ""))
                );
            }
            Role::Other(_) => {
                if cause.is_empty() {
                    cause.push_str("Any other error");
                }
            }
        }
        let fix = variant
            .fix
            .as_ref()
            .map(syn::LitStr::value)
            .unwrap_or_default();
        out.push_str(&errors_line(&status, &detail, &cause, &fix));
    }
    out
}
