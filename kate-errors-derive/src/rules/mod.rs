//! What a type must fulfil, beyond what its attributes say one by one. Every rule looks at the model alone, and none
//! stops the next.

mod fields;
mod forms;
mod restoration;
mod roles;
pub(crate) mod sized;
mod unseen;

use crate::mistakes::Mistakes;
use crate::model::{Model, Role};

/// The variants that break no rule: of the others nothing more can be said.
pub(crate) fn check(model: &Model<'_>, mistakes: &mut Mistakes) -> Vec<usize> {
    let mut sound = Vec::new();
    if let Some(member) = model
        .words
        .member
        .as_ref()
        .filter(|member| member.value().is_empty())
    {
        mistakes.at(
            member,
            "the text needs a JSON member to travel in: `#[kate(member = \"error\")]`",
        );
    }
    for (index, variant) in model.variants.iter().enumerate() {
        mistakes.enter(index);
        let before = mistakes.count();
        match variant.role {
            Role::Own => {
                forms::check(variant, mistakes);
                restoration::check(variant, mistakes);
            }
            Role::Transparent(span) => roles::transparent(model, index, span, mistakes),
            Role::Other(span) => roles::other(model, variant, span, mistakes),
        }
        fields::check(variant, mistakes);
        if mistakes.count() == before && !variant.broken {
            sound.push(index);
        }
    }
    fields::check_from(model, mistakes);
    if let Some((index, attribute)) = model.displayed_twice() {
        mistakes.enter(index);
        let message = format!(
            "`#[error]` makes thiserror write `Display` and `Error`, and so does this derive: leave them to thiserror with `#[kate(no_display)]` on `{}`",
            model.ident()
        );
        mistakes.at(attribute.path(), message);
    }
    mistakes.leave();
    sound
}
