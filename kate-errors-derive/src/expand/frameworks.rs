//! The traits of frameworks, each a call into the facade's module of that name.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{EmitBounds, implement, located};
use crate::frameworks::Asked;
use crate::generics::{Bounds, by_name, this};
use crate::model::Model;

pub(crate) fn expand(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let asked = model.words.frameworks.iter();
    asked.map(|asked| framework(model, asked, bounds)).collect()
}

fn framework(model: &Model<'_>, asked: &Asked, bounds: &EmitBounds) -> TokenStream {
    let with = |bound: TokenStream| {
        let mut more = Bounds::default();
        more.add(this(model), bound);
        more.with(&bounds.speak)
    };
    let implement = |what: TokenStream, body: TokenStream| {
        implement(model, &quote!(), &what, &bounds.speak, &body)
    };
    match asked.framework.name {
        "axum" => implement(
            quote!(__kate::axum::IntoResponse),
            quote! {
                fn into_response(self) -> __kate::axum::Response {
                    __kate::axum::response(&self)
                }
            },
        ),
        "actix_web" => implement(
            quote!(__kate::actix_web::ResponseError),
            quote! {
                fn status_code(&self) -> __kate::actix_web::StatusCode {
                    __kate::actix_web::status(self)
                }

                fn error_response(&self) -> __kate::actix_web::HttpResponse {
                    __kate::actix_web::response(self)
                }
            },
        ),
        "rocket" => rocket(model, bounds),
        "salvo" => implement(
            quote!(__kate::salvo::Scribe),
            quote! {
                fn render(self, __response: &mut __kate::salvo::Response) {
                    __kate::salvo::render(&self, __response);
                }
            },
        ),
        "poem" => {
            let bounds = with(quote!(
                ::core::marker::Send + ::core::marker::Sync + 'static
            ));
            into(
                model,
                asked.span,
                &quote!(__kate::poem::Error),
                &quote!(__kate::poem::error),
                &bounds,
            )
        }
        _ => {
            let reply = quote! {
                fn into_response(self) -> __kate::warp::Response {
                    __kate::warp::response(&self)
                }
            };
            let what = quote!(__kate::warp::Reply);
            let bounds_of_reply = with(quote!(::core::marker::Send));
            let reply = super::implement(model, &quote!(), &what, &bounds_of_reply, &reply);
            let reply = located(reply, asked.span);
            let bounds = with(quote!(
                ::core::marker::Send + ::core::marker::Sync + 'static
            ));
            let rejection = into(
                model,
                asked.span,
                &quote!(__kate::warp::Rejection),
                &quote!(__kate::warp::rejection),
                &bounds,
            );
            quote!(#reply #rejection)
        }
    }
}

/// `From` of the type for a framework's own error. What the type lacks is said at the word that asks.
fn into(
    model: &Model<'_>,
    span: Span,
    target: &TokenStream,
    make: &TokenStream,
    bounds: &Bounds,
) -> TokenStream {
    let this = this(model);
    let generics = &model.input.generics;
    let where_clause = bounds.where_clause(generics);
    let where_clause = by_name(model, &where_clause);
    let (impl_generics, _, _) = generics.split_for_impl();
    let tokens = quote_spanned! {span.resolved_at(Span::call_site())=>
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#this> for #target #where_clause {
            fn from(__error: #this) -> Self {
                #make(__error)
            }
        }
    };
    located(tokens, span)
}

/// Nothing of the value is borrowed by the response, so its lifetime is the longest.
fn rocket(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let mut generics = model.input.generics.clone();
    generics.params.insert(0, syn::parse_quote!('__request));
    let where_clause = bounds.speak.where_clause(&model.input.generics);
    let (impl_generics, _, _) = generics.split_for_impl();
    let this = this(model);
    quote! {
        #[automatically_derived]
        impl #impl_generics __kate::rocket::Responder<'__request, 'static> for #this #where_clause {
            fn respond_to(self, __request: &'__request __kate::rocket::Request<'_>) -> __kate::rocket::Result<'static> {
                __kate::rocket::response(&self, __request)
            }
        }
    }
}
