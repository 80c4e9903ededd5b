//! Error enums, and their source code.

use std::fmt::Write as _;

use crate::language::Type;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Literal(String),
    /// The placeholder of the field with this index.
    Placeholder(usize),
}

/// A form: its template, and whether the literals are written with escapes.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) escaped: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) ty: Type,
    pub(crate) optional: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Role {
    /// An error with forms of its own.
    Own {
        status: u16,
        accept: Vec<u16>,
        fields: Vec<Field>,
        named: bool,
        forms: Vec<Form>,
        emit_only: bool,
    },
    /// An error that is a value of another enum of the module, by its index.
    Transparent { inner: usize, boxed: bool },
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) lossy: bool,
    pub(crate) role: Role,
}

#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) variants: Vec<Variant>,
}

/// An enum and those in its transparent variants. The first one is the outermost.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) enums: Vec<Enum>,
}

impl Form {
    /// The fields that the template names.
    pub(crate) fn fields(&self) -> impl Iterator<Item = usize> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(index) => Some(*index),
            Piece::Literal(_) => None,
        })
    }

    /// The string literal of the attribute.
    pub(crate) fn literal(&self, named: bool) -> String {
        let mut all = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Literal(text) => {
                    let braces = text.replace('{', "{{").replace('}', "}}");
                    if self.escaped {
                        all.extend(braces.escape_default());
                    } else {
                        let quoted = braces.replace('\\', "\\\\").replace('"', "\\\"");
                        all.push_str(&quoted.replace('\n', "\\n"));
                    }
                }
                Piece::Placeholder(index) => {
                    let name = if named { "f" } else { "" };
                    let _ = write!(all, "{{{name}{index}}}");
                }
            }
        }
        // Whitespace at the ends must be written as an escape.
        for (blank, escape) in [(' ', "\\u{20}"), ('\t', "\\t")] {
            if let Some(rest) = all.strip_prefix(blank) {
                all = format!("{escape}{rest}");
            }
            if let Some(rest) = all.strip_suffix(blank) {
                all = format!("{rest}{escape}");
            }
        }
        format!("\"{all}\"")
    }
}

/// The optional fields that a form names.
fn optional_fields(form: &Form, fields: &[Field]) -> Vec<usize> {
    form.fields()
        .filter(|&index| fields[index].optional)
        .collect()
}

/// Whether a form is written for some value: one that lacks a field of every earlier form.
pub(crate) fn written(forms: &[Form], fields: &[Field], form: usize) -> bool {
    let own = optional_fields(&forms[form], fields);
    forms[..form].iter().all(|earlier| {
        optional_fields(earlier, fields)
            .iter()
            .any(|index| !own.contains(index))
    })
}

impl Module {
    pub(crate) fn source_of(&self, one: &Enum) -> String {
        let mut all = format!(
            "    #[derive(Debug, PartialEq, KateError)]\n    pub enum {} {{\n",
            one.name
        );
        for variant in &one.variants {
            all.push_str(&self.variant(variant));
        }
        all + "    }\n"
    }

    fn variant(&self, variant: &Variant) -> String {
        let name = &variant.name;
        let lossy = if variant.lossy { ", lossy" } else { "" };
        match &variant.role {
            Role::Transparent { inner, boxed } => {
                let inner = &self.enums[*inner].name;
                let ty = if *boxed {
                    format!("Box<{inner}>")
                } else {
                    inner.clone()
                };
                format!("        #[kate(transparent{lossy})]\n        {name}({ty}),\n")
            }
            Role::Own {
                status,
                accept,
                fields,
                named,
                forms,
                emit_only,
            } => {
                let accepted: Vec<_> = accept.iter().map(u16::to_string).collect();
                let accepted = match accepted.len() {
                    0 => String::new(),
                    _ => format!(", accept({})", accepted.join(", ")),
                };
                let mut all = format!("        #[status({status}{accepted})]\n");
                for form in forms {
                    let _ = writeln!(all, "        #[detail({})]", form.literal(*named));
                }
                if variant.lossy {
                    all.push_str("        #[kate(lossy)]\n");
                }
                if *emit_only {
                    all.push_str("        #[kate(emit_only)]\n");
                }
                let fields: Vec<_> = fields
                    .iter()
                    .enumerate()
                    .map(|(index, field)| {
                        let ty = field.ty.name();
                        let ty = if field.optional {
                            format!("Option<{ty}>")
                        } else {
                            ty.to_owned()
                        };
                        let name = if *named {
                            format!("f{index}: ")
                        } else {
                            String::new()
                        };
                        format!("{}{name}{ty}", field.ty.attribute())
                    })
                    .collect();
                let fields = match (fields.is_empty(), named) {
                    (true, _) => String::new(),
                    (false, true) => format!(" {{ {} }}", fields.join(", ")),
                    (false, false) => format!("({})", fields.join(", ")),
                };
                all + &format!("        {name}{fields},\n")
            }
        }
    }
}
