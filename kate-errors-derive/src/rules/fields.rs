//! Rules about single fields.

use std::collections::BTreeMap;

use syn::{LitStr, Type};

use super::{constants, languages, sized, sources};
use crate::diagnostics::Diagnostics;
use crate::model::{Field, FieldRole, Model, Role, Variant, spelling};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let is_plain = matches!(variant.role, Role::Plain);
    let mut headers = BTreeMap::new();
    for (index, field) in variant.fields.iter().enumerate() {
        if !sized::check(field, diagnostics) {
            continue;
        }
        if let (FieldRole::Header(name), true) = (&field.role, is_plain) {
            check_header(variant, field, name, &mut headers, diagnostics);
        }
        sources::check_field(variant, index, diagnostics);
        languages::check(variant, index, diagnostics);
    }
    for header in &variant.headers {
        constants::check_header(variant, header, diagnostics);
    }
    if is_plain {
        sources::check_one(variant, diagnostics);
    }
}

/// A field in a header is an `Option`, and the only one in that header.
fn check_header<'a>(
    variant: &Variant<'_>,
    field: &'a Field<'a>,
    name: &LitStr,
    seen: &mut BTreeMap<String, &'a Field<'a>>,
    diagnostics: &mut Diagnostics,
) {
    if field.option.is_none() {
        let ty = match field.ty {
            Type::Reference(reference) if variant.is_parsed() => match spelling(&reference.elem) {
                ty if ty == "str" => "String".to_owned(),
                ty => ty,
            },
            ty => spelling(ty),
        };
        let message = format!(
            "a field that travels in a header is an `Option`: write `Option<{ty}>`, for a response may come without it"
        );
        diagnostics.at(field.ty, message);
    }
    let header = name.value();
    let mut constants = variant.headers.iter();
    let first = if let Some(constant) = constants.find(|constant| constant.name == header) {
        Some(format!("first as {:?}", constant.value))
    } else {
        let first = seen.get(&header);
        first.map(|field| format!("first by `{}`", field.name()))
    };
    if let Some(first) = first {
        let message = format!("the header `{header}` is given twice, {first}: keep one");
        diagnostics.at(name, message);
    }
    seen.entry(header).or_insert(field);
}

/// No two `#[from]` fields have the same type, and none has a type that may be the container.
pub(super) fn check_from(model: &Model<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = Vec::<(String, &Variant<'_>)>::new();
    for (index, variant) in model.variants.iter().enumerate() {
        diagnostics.enter(index);
        for field in variant.fields.iter().filter(|field| field.from().is_some()) {
            let ty = spelling(field.inner());
            if field.may_be_container() {
                let message = format!(
                    "`#[from]` cannot take `{ty}`, which may be `{}` itself: write `#[source]`, and convert with `map_err`",
                    model.ident()
                );
                diagnostics.at(field.inner(), message);
                continue;
            }
            match seen.iter().find(|(other, _)| *other == ty) {
                Some((_, first)) => {
                    let remedy = match variant.role {
                        Role::Transparent(_) => "leave `#[from]` out here",
                        Role::Plain | Role::Other(_) => {
                            "keep `#[from]` on one of them and write `#[source]` on the other"
                        }
                    };
                    let message =
                        format!("`{}` is made of this type already: {remedy}", first.ident);
                    diagnostics.at(field.inner(), message);
                }
                None => seen.push((ty, variant)),
            }
        }
    }
}
