//! Documentation: the catalog, and a table for the user's rustdoc.

use kate_errors_core::markdown::{ERRORS_HEAD, code, details, errors_line};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::LitStr;

use super::bounds::Bounds;
use super::implement::implement;
use super::transparent::{Transparent, errors_with_fix};
use crate::model::{Model, Role, Variant};
use crate::status;

pub(super) fn documented(model: &Model<'_>) -> TokenStream {
    let mut bounds = Bounds::default();
    let mut groups = Vec::new();
    for (index, variant) in model.variants.iter().enumerate() {
        let Some(field) = Transparent::of(variant) else {
            continue;
        };
        if field.is_generic {
            bounds.add(&field.ty, quote!(__kate::Documented));
        }
        let group = field.catalog();
        groups.push(match &variant.fix {
            Some(_) => {
                let errors = errors_with_fix(index);
                quote!(__kate::group_with_fix(#group, &#errors))
            }
            None => group,
        });
    }
    let body = quote! {
        const CATALOG: __kate::Catalog = __kate::catalog(&__TABLE, &__ERRORS, const { &[#(#groups),*] });
    };
    implement(model, quote!(__kate::Documented), &bounds, body)
}

/// The errors as a Markdown table.
pub(super) fn markdown(model: &Model<'_>) -> String {
    let mut out = String::from(ERRORS_HEAD);
    for variant in &model.variants {
        let [status, detail, cause] = columns(variant);
        let fix = variant.fix.as_ref().map(LitStr::value).unwrap_or_default();
        out.push_str(&errors_line(&status, &detail, &cause, &fix));
    }
    out
}

/// The status, details and cause of a variant.
fn columns(variant: &Variant<'_>) -> [String; 3] {
    let cause = variant.doc.title().to_owned();
    match variant.role {
        Role::Plain => {
            let status = variant.status.as_ref();
            let status = status.map(|status| status::title(status.code));
            let forms = variant.forms.iter();
            let templates: Vec<_> = forms.map(|form| form.literal.value()).collect();
            let details = details(templates.iter().map(String::as_str));
            [status.unwrap_or_default(), details, cause]
        }
        Role::Transparent(_) => {
            let field = variant.fields.first();
            let inner = field.map(|field| field.ty.to_token_stream().to_string());
            let inner = code(&inner.unwrap_or_default().replace(' ', ""));
            [String::new(), format!("those of {inner}"), cause]
        }
        Role::Other(_) => {
            let cause = if cause.is_empty() {
                "Any other error".to_owned()
            } else {
                cause
            };
            [String::new(), String::new(), cause]
        }
    }
}
