//! Generates the impls from the model: a table of the type, and short calls into the runtime. Nothing can fail here.
//!
//! Variables and parameters in generated code begin with two underscores. In a pattern, a plain name such as `status` is a unit
//! struct or a constant of the user's module if there is one: actix-web's attributes of routes make such structs. The hygiene of
//! `Span::mixed_site` keeps variables apart from variables, but not from items. In a user's rustdoc, parameters have plain names
//! ([`implement::parameter`]).

pub(crate) mod block;
pub(crate) mod bounds;
mod decode;
mod document;
mod emit;
mod emit_bounds;
pub(crate) mod frameworks;
pub(crate) mod implement;
mod kate_error;
mod language;
mod match_template;
mod other;
mod prove;
mod rewrite;
mod standard;
mod table;
mod transparent;
mod value;

use proc_macro2::TokenStream;
use quote::quote;

use crate::forms::Forms;
use crate::model::Model;
use crate::proof::Proof;
use block::in_block;
use emit_bounds::EmitBounds;

pub(crate) fn expand(model: &Model<'_>, forms: &Forms<'_>, proof: &Proof) -> TokenStream {
    let table = table::expand(model, forms);
    let bounds = EmitBounds::of(model);
    let mut impls = vec![
        emit::expand(model, forms, &bounds.display),
        kate_error::expand(model, &bounds.error),
        kate_error::response(model, &bounds.error),
        document::documented(model),
        frameworks::expand(model, &bounds.error),
    ];
    if model.displays() {
        impls.push(standard::display(model, &bounds.display));
        impls.push(standard::error(model));
        impls.push(standard::from(model));
    }
    if model.decodes() {
        impls.push(decode::expand(model, forms));
        impls.push(prove::expand(model, forms, proof));
    }
    in_block(model, quote!(#table #(#impls)*))
}
