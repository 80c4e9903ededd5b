//! Texts: names between braces become fields.

use std::collections::BTreeSet;

use kate_errors_core::template::{self, Piece};
use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use super::format::{Format, behind_align};
use crate::attribute::Detail;
use crate::diagnostics::{Diagnostics, no_field};
use crate::model::{EmitOnly, Field, FieldRole, Form, Placeholder, Text, Used, Variant};
use crate::shorthand;

/// Takes a variant's texts apart. Whether it is parsed back decides what a text may be; `own_display` says that the type
/// prints as its text.
pub(super) fn lower(
    variant: &mut Variant<'_>,
    details: Vec<Detail>,
    own_display: bool,
    diagnostics: &mut Diagnostics,
) {
    // What is exposed and stands in no text is told elsewhere.
    let shown = |field: &Field<'_>| {
        matches!(field.role, FieldRole::Source { .. })
            && (field.option.is_none() || field.expose.is_some())
    };
    if variant.emit_only.is_none() && variant.fields.iter().any(shown) {
        variant.emit_only = Some(EmitOnly::Source);
    }
    for detail in details {
        let named = named_arguments(&detail.args);
        let text = match template::parse(&detail.literal.value()) {
            Ok(pieces) => Reader {
                variant,
                own_display,
                named: &named,
                detail: &detail,
                diagnostics,
            }
            .read(&pieces),
            Err(mistake) => {
                diagnostics.at(&detail.literal, mistake);
                Text::Broken
            }
        };
        variant.forms.push(Form {
            literal: detail.literal,
            text,
        });
    }
}

/// What a placeholder's name stands for.
enum Name {
    Field(usize),
    /// An argument, a constant, or `self`: `format!`'s business.
    Other,
}

struct Reader<'m, 'v> {
    variant: &'m Variant<'v>,
    own_display: bool,
    detail: &'m Detail,
    /// The arguments that have names.
    named: &'m BTreeSet<String>,
    diagnostics: &'m mut Diagnostics,
}

impl Reader<'_, '_> {
    fn read(&mut self, pieces: &[Piece]) -> Text {
        let args = &self.detail.args;
        let emit_only = self.variant.own.unknown.words;
        if !args.is_empty() && self.variant.parsed() {
            if !emit_only {
                let message = format!(
                    "a text that is parsed back takes no arguments: name fields in it, or mark the {} `#[kate(emit_only)]`",
                    self.variant.kind
                );
                self.diagnostics.at(args, message);
            }
            return Text::Broken;
        }
        let formatted = |piece: &Piece| {
            matches!(
                piece,
                Piece::Placeholder {
                    format: Some(_),
                    ..
                }
            )
        };
        let mut plain = args.is_empty();
        let mut before = String::new();
        let mut placeholders = Vec::<Placeholder>::new();
        let mut fine = true;
        for piece in pieces {
            match piece {
                Piece::Literal(text) => match placeholders.last_mut() {
                    Some(placeholder) => placeholder.after.push_str(text),
                    None => before.push_str(text),
                },
                Piece::Placeholder { name, format, .. } => {
                    plain &= !formatted(piece);
                    if name == "self" && self.prints_itself(format.as_deref()) {
                        fine = false;
                        continue;
                    }
                    match self.name(name) {
                        Some(Name::Field(field)) => placeholders.push(Placeholder {
                            field,
                            after: String::new(),
                        }),
                        Some(Name::Other) => plain = false,
                        None => {
                            fine = false;
                            continue;
                        }
                    }
                    if let Some(format) = format {
                        fine &= self.formats(name, format);
                    }
                }
            }
        }
        if !fine {
            Text::Broken
        } else if !plain {
            self.format(pieces)
        } else if placeholders.is_empty() {
            Text::Constant(before)
        } else {
            Text::Template {
                before,
                placeholders,
            }
        }
    }

    /// Whether `{self}` is this text again.
    fn prints_itself(&mut self, format: Option<&str>) -> bool {
        let displays = matches!(
            Format::of(format.unwrap_or_default()),
            Format::Trait("Display")
        );
        let endless = displays && self.own_display && !self.variant.parsed();
        if endless {
            let message = "`{self}` would print this text within itself, without end: name fields, or write `Display` under `#[kate(no_display)]`";
            self.diagnostics.at(&self.detail.literal, message);
        }
        endless
    }

    /// Whether a placeholder may have this format.
    fn formats(&mut self, name: &str, format: &str) -> bool {
        let message = if self.variant.parsed() {
            if self.variant.own.unknown.words {
                return false;
            }
            format!(
                "`{{{name}:{format}}}` prints in a format that is not parsed back: write `{{{name}}}`, or mark the {} `#[kate(emit_only)]`",
                self.variant.kind
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

    fn name(&mut self, name: &str) -> Option<Name> {
        let fields = &self.variant.fields;
        let free = !self.variant.parsed();
        let positional = name.bytes().all(|byte| byte.is_ascii_digit());
        let underscored = name.strip_prefix('_').filter(|_| free);
        let found = fields.iter().position(|field| {
            let own = field.name();
            own == name || underscored == Some(own.as_str())
        });
        if let Some(field) = found {
            return Some(Name::Field(field));
        }
        if free && !self.detail.args.is_empty() && positional {
            return Some(Name::Other);
        }
        let constant = name.chars().any(char::is_uppercase)
            && name
                .chars()
                .all(|c| c.is_uppercase() || c.is_numeric() || c == '_');
        if free && !positional && (constant || name == "self" || self.named.contains(name)) {
            return Some(Name::Other);
        }
        let literal = &self.detail.literal;
        let ident = self.variant.ident;
        let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let message = if fields.is_empty() {
            let shown = format!("`{{{name}}}` stands for a field, and `{ident}` has none");
            format!("{shown}: write `{{{{{name}}}}}` for braces")
        } else if name.is_empty() {
            let first = fields[0].name();
            format!("`{{}}` names no field: write `{{{first}}}`, or `{{{{}}}}` for braces")
        } else if is_name {
            no_field(self.variant, name)
        } else {
            let first = fields[0].name();
            format!("`{{{name}}}` is no field's name: a text names fields alone, as `{{{first}}}`")
        };
        self.diagnostics.at(literal, message);
        None
    }

    /// A text for `format!`: numbers become the names of tuple fields.
    fn format(&mut self, pieces: &[Piece]) -> Text {
        let mut literal = String::new();
        let mut used = Vec::<Used>::new();
        let named = self.named;
        let mut use_field = |variant: &Variant<'_>, name: &str, bound: Option<&'static str>| {
            let own = |field: &Field<'_>| {
                field.name() == name || name.strip_prefix('_') == Some(field.name().as_str())
            };
            let Some(field) = variant
                .fields
                .iter()
                .position(own)
                .filter(|_| !named.contains(name))
            else {
                return name.to_owned();
            };
            let number = name.bytes().all(|byte| byte.is_ascii_digit());
            let name = if number {
                format!("_{name}")
            } else {
                name.to_owned()
            };
            let known = used.iter_mut().find(|used| used.field == field);
            match known {
                Some(known) => {
                    known.counts |= bound.is_none();
                    known.bounds.extend(bound);
                }
                None => used.push(Used {
                    field,
                    name: name.clone(),
                    bounds: bound.into_iter().collect(),
                    counts: bound.is_none(),
                }),
            }
            name
        };
        for piece in pieces {
            match piece {
                Piece::Literal(text) => {
                    literal.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
                Piece::Placeholder { name, format, .. } => {
                    let format = format.as_deref();
                    literal.push('{');
                    if !name.is_empty() {
                        let Format::Trait(bound) = Format::of(format.unwrap_or_default()) else {
                            continue;
                        };
                        literal.push_str(&use_field(self.variant, name, Some(bound)));
                    }
                    if let Some(format) = format {
                        literal.push(':');
                        // A `$` that fills stands for no field.
                        let mut rest = behind_align(format);
                        literal.push_str(&format[..format.len() - rest.len()]);
                        while let Some(dollar) = rest.find('$') {
                            let mut start = rest[..dollar]
                                .rfind(|c: char| !c.is_alphanumeric() && c != '_')
                                .map_or(0, |at| at + 1);
                            // `0` before a name asks for zeros.
                            start +=
                                usize::from(dollar > start + 1 && rest[start..].starts_with('0'));
                            let count = &rest[start..dollar];
                            if self.name(count).is_none() {
                                return Text::Broken;
                            }
                            literal.push_str(&rest[..start]);
                            literal.push_str(&use_field(self.variant, count, None));
                            literal.push('$');
                            rest = &rest[dollar + 1..];
                        }
                        literal.push_str(rest);
                    }
                    literal.push('}');
                }
            }
        }
        let literal = LitStr::new(&literal, self.detail.literal.span());
        Text::Format {
            literal,
            args: shorthand::expand(self.detail.args.clone(), self.variant, self.diagnostics),
            fields: used,
        }
    }
}

/// The names of arguments `name = value`.
fn named_arguments(args: &TokenStream) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    for window in tokens.windows(4) {
        if let [
            TokenTree::Punct(comma),
            TokenTree::Ident(name),
            TokenTree::Punct(equals),
            next,
        ] = window
        {
            let double = matches!(next, TokenTree::Punct(punct) if punct.as_char() == '=');
            if comma.as_char() == ',' && equals.as_char() == '=' && !double {
                names.insert(name.to_string());
            }
        }
    }
    names
}
