//! Parses details into forms, and resolves the names in braces to fields.

use std::collections::BTreeSet;

use kate_errors_core::template::{self, Piece};
use syn::LitStr;

use super::arguments;
use super::format::{Format, after_align};
use crate::attribute::Detail;
use crate::diagnostics::Diagnostics;
use crate::messages::no_field;
use crate::model::{Field, Form, FormKind, FormatField, Placeholder, Variant};

/// The forms of a variant. `displays` says that the derive writes `Display`.
pub(super) fn lower_all(
    details: Vec<Detail>,
    variant: &Variant<'_>,
    displays: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Form> {
    let forms = details.into_iter().map(|detail| {
        let kind = match template::parse(&detail.literal.value()) {
            Ok(pieces) => Reader {
                variant,
                displays,
                named_arguments: &arguments::names(&detail.args),
                detail: &detail,
                diagnostics,
            }
            .read(&pieces),
            Err(error) => {
                diagnostics.at(&detail.literal, error);
                FormKind::Broken
            }
        };
        Form {
            literal: detail.literal,
            kind,
        }
    });
    forms.collect()
}

/// What a placeholder names.
enum Name {
    /// The field of this index.
    Field(usize),
    /// An argument, a constant or `self`, which only `format!` prints.
    Other,
}

/// Reads one detail.
struct Reader<'m, 'v> {
    variant: &'m Variant<'v>,
    displays: bool,
    detail: &'m Detail,
    named_arguments: &'m BTreeSet<String>,
    diagnostics: &'m mut Diagnostics,
}

impl Reader<'_, '_> {
    /// The kind of the detail, with its parts.
    fn read(&mut self, pieces: &[Piece]) -> FormKind {
        let args = &self.detail.args;
        if !args.is_empty() && self.variant.is_parsed() {
            // A word that was not understood may have been `emit_only`.
            if !self.variant.attributes.reported.words {
                let message = format!(
                    "a text that is parsed back takes no arguments: name fields in it, or mark the {} `#[kate(emit_only)]`",
                    self.variant.noun()
                );
                self.diagnostics.at(args, message);
            }
            return FormKind::Broken;
        }
        let mut is_plain = args.is_empty();
        let mut is_broken = false;
        let mut leading = String::new();
        let mut placeholders = Vec::<Placeholder>::new();
        for piece in pieces {
            match piece {
                Piece::Literal(literal) => match placeholders.last_mut() {
                    Some(placeholder) => placeholder.after.push_str(literal),
                    None => leading.push_str(literal),
                },
                Piece::Placeholder { name, format, .. } => {
                    is_plain &= format.is_none();
                    match self.placeholder(name, format.as_deref()) {
                        Some(Name::Field(field)) => placeholders.push(Placeholder {
                            field,
                            after: String::new(),
                        }),
                        Some(Name::Other) => is_plain = false,
                        None => is_broken = true,
                    }
                }
            }
        }
        if is_broken {
            FormKind::Broken
        } else if !is_plain {
            self.read_for_format(pieces)
        } else if placeholders.is_empty() {
            FormKind::Constant(leading)
        } else {
            FormKind::Template {
                leading,
                placeholders,
            }
        }
    }

    /// What a placeholder names. If it is not valid, a diagnostic is given.
    fn placeholder(&mut self, name: &str, format: Option<&str>) -> Option<Name> {
        if name == "self" && self.prints_itself(format) {
            return None;
        }
        let named = self.name(name)?;
        let allowed = format.is_none_or(|format| self.allows_format(name, format));
        allowed.then_some(named)
    }

    /// Whether `{self}` would call the `Display` of which it is a part, without end. If so, a diagnostic is given.
    fn prints_itself(&mut self, format: Option<&str>) -> bool {
        let is_displayed = matches!(
            Format::of(format.unwrap_or_default()),
            Format::Trait("Display")
        );
        let is_endless = is_displayed && self.displays && !self.variant.is_parsed();
        if is_endless {
            let message = "`{self}` would print this text within itself, without end: name fields, or write `Display` under `#[kate(no_display)]`";
            self.diagnostics.at(&self.detail.literal, message);
        }
        is_endless
    }

    /// Whether a placeholder may have this format. If not, a diagnostic is given.
    fn allows_format(&mut self, name: &str, format: &str) -> bool {
        let message = if self.variant.is_parsed() {
            if self.variant.attributes.reported.words {
                return false;
            }
            format!(
                "`{{{name}:{format}}}` prints in a format that is not parsed back: write `{{{name}}}`, or mark the {} `#[kate(emit_only)]`",
                self.variant.noun()
            )
        } else if let Format::Unknown(letter) = Format::of(format) {
            format!(
                "`std::fmt` has no format `{letter}`: write `{{{name}}}`, or `{{{name}:?}}` for `Debug`"
            )
        } else {
            return true;
        };
        self.diagnostics.at(&self.detail.literal, message);
        false
    }

    /// What a name in a placeholder or a count refers to. If it is unknown, a diagnostic is given.
    fn name(&mut self, name: &str) -> Option<Name> {
        let fields = &self.variant.fields;
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        let is_free = !self.variant.is_parsed();
        // Only `format!` uses `_0` for the field `0`.
        let found = field_named(fields, name)
            .or_else(|| field_named(fields, name.strip_prefix('_').filter(|_| is_free)?));
        if let Some(field) = found {
            return Some(Name::Field(field));
        }
        let has_arguments = !self.detail.args.is_empty();
        let is_argument = if is_number {
            has_arguments
        } else {
            is_constant(name) || name == "self" || self.named_arguments.contains(name)
        };
        if is_free && is_argument {
            return Some(Name::Other);
        }
        let message = self.unknown_name(name);
        self.diagnostics.at(&self.detail.literal, message);
        None
    }

    /// The message for a name that is unknown.
    fn unknown_name(&self, name: &str) -> String {
        let ident = self.variant.ident;
        let Some(first) = self.variant.fields.first().map(Field::name) else {
            return format!(
                "`{{{name}}}` stands for a field, and `{ident}` has none: write `{{{{{name}}}}}` for braces"
            );
        };
        if name.is_empty() {
            format!("`{{}}` names no field: write `{{{first}}}`, or `{{{{}}}}` for braces")
        } else if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            no_field(self.variant, name)
        } else {
            format!("`{{{name}}}` is no field's name: a text names fields alone, as `{{{first}}}`")
        }
    }

    /// Reads the pieces once more, for `format!`.
    fn read_for_format(&mut self, pieces: &[Piece]) -> FormKind {
        let mut literal = String::new();
        let mut fields = FormatFields {
            variant: self.variant,
            named_arguments: self.named_arguments,
            found: Vec::new(),
        };
        for piece in pieces {
            match piece {
                Piece::Literal(piece) => {
                    literal.push_str(&piece.replace('{', "{{").replace('}', "}}"));
                }
                Piece::Placeholder { name, format, .. } => {
                    let format = format.as_deref().unwrap_or_default();
                    literal.push('{');
                    if let (false, Format::Trait(printed)) = (name.is_empty(), Format::of(format)) {
                        literal.push_str(&fields.name(name, Some(printed)));
                    }
                    if !format.is_empty() {
                        literal.push(':');
                        let Some(format) = self.name_counts(format, &mut fields) else {
                            return FormKind::Broken;
                        };
                        literal.push_str(&format);
                    }
                    literal.push('}');
                }
            }
        }
        FormKind::Format {
            literal: LitStr::new(&literal, self.detail.literal.span()),
            args: arguments::bind_fields(self.detail.args.clone(), self.variant, self.diagnostics),
            fields: fields.found,
        }
    }

    /// A format in which widths and precisions such as `0$` name fields as `format!` does.
    fn name_counts(&mut self, format: &str, fields: &mut FormatFields<'_, '_>) -> Option<String> {
        // A fill may be `$`.
        let mut rest = after_align(format);
        let mut named = format[..format.len() - rest.len()].to_owned();
        while let Some(dollar) = rest.find('$') {
            let mut start = rest[..dollar]
                .rfind(|c: char| !c.is_alphanumeric() && c != '_')
                .map_or(0, |at| at + 1);
            // A `0` before a name is the flag for zeros.
            start += usize::from(dollar > start + 1 && rest[start..].starts_with('0'));
            let count = &rest[start..dollar];
            self.name(count)?;
            named.push_str(&rest[..start]);
            named.push_str(&fields.name(count, None));
            named.push('$');
            rest = &rest[dollar + 1..];
        }
        named.push_str(rest);
        Some(named)
    }
}

/// The fields that the literal of a `format!` names.
struct FormatFields<'m, 'v> {
    variant: &'m Variant<'v>,
    named_arguments: &'m BTreeSet<String>,
    found: Vec<FormatField>,
}

impl FormatFields<'_, '_> {
    /// The name for `format!`, where a field `0` is called `_0`. Records the field, with the trait that prints it. Without a
    /// trait, the field is a count.
    fn name(&mut self, name: &str, printed: Option<&'static str>) -> String {
        let fields = &self.variant.fields;
        let field = field_named(fields, name)
            .or_else(|| field_named(fields, name.strip_prefix('_')?))
            .filter(|_| !self.named_arguments.contains(name));
        let Some(field) = field else {
            return name.to_owned();
        };
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        let name = format!("{}{name}", if is_number { "_" } else { "" });
        match self.found.iter_mut().find(|found| found.field == field) {
            Some(found) => {
                found.is_count |= printed.is_none();
                found.traits.extend(printed);
            }
            None => self.found.push(FormatField {
                field,
                name: name.clone(),
                traits: printed.into_iter().collect(),
                is_count: printed.is_none(),
            }),
        }
        name
    }
}

fn field_named(fields: &[Field<'_>], name: &str) -> Option<usize> {
    fields.iter().position(|field| field.name() == name)
}

/// Whether a name is spelled like a constant. Such a constant may be in scope.
fn is_constant(name: &str) -> bool {
    let mut chars = name.chars();
    name.chars().any(char::is_uppercase)
        && chars.all(|c| c.is_uppercase() || c.is_numeric() || c == '_')
}
