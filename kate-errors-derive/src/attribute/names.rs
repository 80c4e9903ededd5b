//! The table of attributes.

use syn::Attribute;

use super::target::Target;
use crate::diagnostics::nearest;
use crate::model::{AttributeName, Misspelling};

/// The attributes, and what each may be written on. The list of attributes that rustc accepts is in `lib.rs`.
const ATTRIBUTES: &[(AttributeName, &[Target])] = &[
    (AttributeName::Status, ERRORS_AND_ENUMS),
    (AttributeName::Detail, ERRORS_AND_ENUMS),
    (AttributeName::Fix, ERRORS_AND_ENUMS),
    (
        AttributeName::Header,
        &[Target::Variant, Target::Struct, Target::Enum, Target::Field],
    ),
    (AttributeName::Source, &[Target::Field]),
    (AttributeName::From, &[Target::Field]),
    (
        AttributeName::Kate,
        &[Target::Variant, Target::Struct, Target::Enum, Target::Field],
    ),
];

const ERRORS_AND_ENUMS: &[Target] = &[Target::Variant, Target::Struct, Target::Enum];

/// The attribute of this name, and what it may be written on.
pub(super) fn find(name: &str) -> Option<(AttributeName, &'static [Target])> {
    let found = ATTRIBUTES
        .iter()
        .find(|(attribute, _)| attribute.as_str() == name);
    found.copied()
}

/// An attribute of another name, if it is spelled like one of ours. Otherwise it is another derive's.
pub(super) fn misspelling(attribute: &Attribute) -> Option<Misspelling> {
    let ours = || ATTRIBUTES.iter().map(|(name, _)| name.as_str());
    let name = if let Some(name) = attribute.path().get_ident() {
        nearest(&name.to_string(), ours())?
    } else {
        // rustc does not find an attribute of a derive that is written as a path.
        let name = &attribute.path().segments.last()?.ident;
        ours().find(|known| name == known)?
    };
    let (intended, _) = find(name)?;
    Some(Misspelling {
        intended,
        attribute: attribute.clone(),
    })
}
