//! What a type must fulfil, beyond what its attributes say one by one. Every rule looks at the model alone, and none
//! stops the next.

mod fields;
mod forms;
mod roles;
mod round_trip;
pub(crate) mod sized;
mod whitespace;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role};

/// The variants that break no rule: of the others nothing more can be said.
pub(crate) fn check(model: &Model<'_>, diagnostics: &mut Diagnostics) -> Vec<usize> {
    let mut sound = Vec::new();
    if let Some(member) = model
        .words
        .member
        .as_ref()
        .filter(|member| member.value().is_empty())
    {
        diagnostics.at(
            member,
            "the text needs a JSON member to travel in: `#[kate(member = \"error\")]`",
        );
    }
    for (index, variant) in model.variants.iter().enumerate() {
        diagnostics.enter(index);
        let before = diagnostics.count();
        match variant.role {
            Role::Own => {
                forms::check(variant, diagnostics);
                round_trip::check(variant, diagnostics);
            }
            Role::Transparent(span) => roles::transparent(model, index, span, diagnostics),
            Role::Other(span) => roles::other(model, variant, span, diagnostics),
        }
        fields::check(variant, diagnostics);
        if diagnostics.count() == before && !variant.broken {
            sound.push(index);
        }
    }
    fields::check_from(model, diagnostics);
    if let Some((index, attribute)) = model.displayed_twice() {
        diagnostics.enter(index);
        let message = format!(
            "`#[error]` makes thiserror write `Display` and `Error`, and so does this derive: leave them to thiserror with `#[kate(no_display)]` on `{}`",
            model.ident()
        );
        diagnostics.at(attribute.path(), message);
    }
    diagnostics.leave();
    sound
}
