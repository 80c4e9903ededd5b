//! Rules about a type that concern more than one attribute. Rules read only the model. If one rule is broken, the next ones are
//! still checked.

mod constants;
mod fields;
mod forms;
mod languages;
mod other;
mod packed;
mod round_trip;
pub(crate) mod sized;
mod sources;
mod transparent;
mod whitespace;

use syn::LitStr;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role};

/// Checks the rules. Returns the indexes of the variants that break none. The proof is made only for these.
pub(crate) fn check(model: &Model<'_>, diagnostics: &mut Diagnostics) -> Vec<usize> {
    let mut sound = Vec::new();
    if let Some(member) = &model.words.member {
        check_member(member, diagnostics);
    }
    for (index, variant) in model.variants.iter().enumerate() {
        diagnostics.enter(index);
        let before = diagnostics.count();
        match variant.role {
            Role::Plain => {
                forms::check(variant, diagnostics);
                round_trip::check(variant, diagnostics);
            }
            Role::Transparent(word) => transparent::check(model, index, word, diagnostics),
            Role::Other(word) => other::check(model, variant, word, diagnostics),
        }
        fields::check(variant, diagnostics);
        if diagnostics.count() == before && !variant.is_broken {
            sound.push(index);
        }
    }
    fields::check_from(model, diagnostics);
    diagnostics.leave();
    packed::check(model, diagnostics);
    if let Some((index, attribute)) = model.thiserror_conflict() {
        diagnostics.enter(index);
        let message = format!(
            "`#[error]` makes thiserror write `Display` and `Error`, and so does this derive: leave `#[error]` out, or write `#[kate(no_display)]` on `{}`",
            model.ident()
        );
        diagnostics.at(attribute.path(), message);
    }
    diagnostics.leave();
    sound
}

fn check_member(member: &LitStr, diagnostics: &mut Diagnostics) {
    let name = member.value();
    if name.is_empty() {
        diagnostics.at(
            member,
            "the text needs a JSON member to travel in: `#[kate(member = \"error\")]`",
        );
    } else if name.contains('.') {
        diagnostics.at(
            member,
            "the text travels in one member of the body, and a dot makes no path: write a name without dots, as in `#[kate(member = \"error\")]`",
        );
    }
}
