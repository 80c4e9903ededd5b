//! Source of types: written by hand, or built of what the macro knows.

use std::fmt::Write as _;

use arbitrary::{Arbitrary, Unstructured};

/// By hand it is `=` and the source.
#[must_use]
pub fn read(data: &[u8]) -> Option<String> {
    match data.strip_prefix(b"=") {
        Some(written) => std::str::from_utf8(written).ok().map(str::to_owned),
        None => Type::arbitrary_take_rest(Unstructured::new(data))
            .ok()
            .map(Type::write),
    }
}

#[derive(Arbitrary)]
struct Type {
    attributes: Vec<Attribute>,
    generics: u8,
    body: Body,
    edits: [Option<Edit>; 2],
}

#[derive(Arbitrary)]
enum Body {
    Enum(Vec<(Vec<Attribute>, Fields)>),
    Struct(Fields),
}

#[derive(Arbitrary)]
enum Fields {
    None,
    Named(Vec<Field>),
    Numbered(Vec<Field>),
}

#[derive(Arbitrary)]
struct Field {
    attributes: Vec<Attribute>,
    name: u8,
    ty: u8,
}

#[derive(Arbitrary)]
enum Attribute {
    Status(u16),
    StatusName(u8, Vec<u16>, bool),
    Detail(Vec<Piece>),
    DetailWith(Vec<Piece>, u8),
    Fix(String),
    Header(u8, String),
    HeaderField(u8),
    Bare(u8),
    Kate(Vec<(u8, String)>),
    Doc(String),
    Else(String),
}

/// A piece of a text.
#[derive(Arbitrary)]
enum Piece {
    Words(u8),
    Text(String),
    Field(u8),
    Number(u8),
    Braces,
    Formatted(u8, String),
    FormattedAs(u8, u8),
}

/// What happens to the source in the end.
#[derive(Arbitrary)]
enum Edit {
    Stray(u16, u8),
    Insert(u16, String),
    Remove(u16, u8),
}

const NAMES: [&str; 8] = ["a", "b", "source", "status", "detail", "r#type", "_0", "id"];
const VARIANTS: [&str; 6] = ["A", "B", "NotFound", "r#Self_", "Other", "\u{c9}t\u{e9}"];
const GENERICS: [&str; 6] = [
    "",
    "<T>",
    "<'a, T: Display>",
    "<T = String, const N: usize = 3>",
    "<'a>",
    "<T: Into<",
];
const TYPES: [&str; 28] = [
    "String",
    "u8",
    "u64",
    "i128",
    "usize",
    "f64",
    "bool",
    "char",
    "Option<u32>",
    "Option<String>",
    "Option<Option<u8>>",
    "T",
    "&'a str",
    "Slug",
    "std::net::IpAddr",
    "NonZeroU8",
    "io::Error",
    "Option<Box<dyn Error + Send + Sync>>",
    "anyhow::Error",
    "StatusCode",
    "Box<Inner>",
    "Inner",
    "[u8; N]",
    "Vec<T>",
    "fn(T) -> u8",
    "(u8, T)",
    "Self",
    "PhantomData<T>",
];
const CODES: [&str; 6] = [
    "404",
    "PAYMENT_REQUIRED",
    "200",
    "not_found",
    "\"409\"",
    "1000",
];
const HEADERS: [&str; 6] = [
    "retry-after",
    "WWW-Authenticate",
    "content-type",
    "x y",
    "",
    "x-hint",
];
const BARE: [&str; 8] = [
    "source",
    "from",
    "detail",
    "kate",
    "error",
    "details(\"x\")",
    "source(x)",
    "derive(Debug)",
];
const WORDS: [&str; 22] = [
    "transparent",
    "other",
    "emit_only",
    "lossy",
    "chars",
    "skip",
    "expose",
    "member",
    "no_display",
    "no_from_str",
    "crate",
    "axum",
    "actix_web",
    "poem",
    "rocket",
    "salvo",
    "warp",
    "emitonly",
    "chars(\"a\")",
    "words(\"on\", \"off\")",
    "len = 4",
    "len = 1..=9",
];
const TEXTS: [&str; 8] = ["Run ", " not found", " to ", " ", "0", "true", "-", ": "];
const FORMATS: [&str; 8] = ["?", "#x", ">8.3", "1$", "w$.p$", "", "z", ".*"];
const ARGUMENTS: [&str; 6] = ["", ".a.len()", "b = .0", "5, c = self.a", "x == y", ",,"];
const STRAY: [&str; 20] = [
    ",",
    "#",
    "=",
    ":",
    "<",
    ">",
    "-> u8",
    "::",
    "!",
    "&",
    "..",
    "'a",
    "type",
    "Self",
    "id",
    "404",
    "\"{id\"",
    "#[detail]",
    "#[]",
    "{ id }",
];

fn one<const N: usize>(all: &[&'static str; N], index: u8) -> &'static str {
    all[usize::from(index) % N]
}

impl Type {
    fn write(self) -> String {
        let mut source = String::new();
        write_all(&self.attributes, &mut source);
        let generics = one(&GENERICS, self.generics);
        match &self.body {
            Body::Enum(variants) => {
                source.push_str("pub enum E");
                source.push_str(generics);
                source.push_str(" {\n");
                for (index, (attributes, fields)) in variants.iter().enumerate() {
                    write_all(attributes, &mut source);
                    let name = VARIANTS[index % VARIANTS.len()];
                    source.push_str(name);
                    fields.write(&mut source);
                    source.push_str(",\n");
                }
                source.push('}');
            }
            Body::Struct(fields) => {
                source.push_str("struct E");
                source.push_str(generics);
                fields.write(&mut source);
                if !matches!(fields, Fields::Named(_)) {
                    source.push(';');
                }
            }
        }
        for edit in self.edits.into_iter().flatten() {
            edit.apply(&mut source);
        }
        source
    }
}

fn write_all(attributes: &[Attribute], out: &mut String) {
    for attribute in attributes {
        attribute.write(out);
    }
}

impl Fields {
    fn write(&self, out: &mut String) {
        let (open, fields, close) = match self {
            Self::None => return,
            Self::Named(fields) => (" { ", fields, " }"),
            Self::Numbered(fields) => ("(", fields, ")"),
        };
        out.push_str(open);
        for field in fields {
            write_all(&field.attributes, out);
            if let Self::Named(_) = self {
                out.push_str(one(&NAMES, field.name));
                out.push_str(": ");
            }
            out.push_str(one(&TYPES, field.ty));
            out.push_str(", ");
        }
        out.push_str(close);
    }
}

impl Attribute {
    fn write(&self, out: &mut String) {
        let _ = match self {
            Self::Status(code) => write!(out, "#[status({})]", 395 + code % 210),
            Self::StatusName(code, accepted, any) => {
                let accept = if *any {
                    "any".to_owned()
                } else {
                    format!("{accepted:?}").trim_matches(['[', ']']).to_owned()
                };
                write!(out, "#[status({}, accept({accept}))]", one(&CODES, *code))
            }
            Self::Detail(pieces) => write!(out, "#[detail({:?})]", text(pieces)),
            Self::DetailWith(pieces, arguments) => write!(
                out,
                "#[detail({:?}, {})]",
                text(pieces),
                one(&ARGUMENTS, *arguments)
            ),
            Self::Fix(fix) => write!(out, "#[fix({fix:?})]"),
            Self::Header(name, value) => {
                write!(out, "#[header({:?}, {value:?})]", one(&HEADERS, *name))
            }
            Self::HeaderField(name) => write!(out, "#[header({:?})]", one(&HEADERS, *name)),
            Self::Bare(name) => write!(out, "#[{}]", one(&BARE, *name)),
            Self::Kate(words) => {
                out.push_str("#[kate(");
                for (word, value) in words {
                    let word = one(&WORDS, *word);
                    let _ = match word {
                        "chars" | "member" => write!(out, "{word} = {value:?}, "),
                        "crate" => write!(out, "crate = my::errors, "),
                        _ => write!(out, "{word}, "),
                    };
                }
                write!(out, ")]")
            }
            Self::Doc(text) => write!(out, "#[doc = {text:?}]"),
            Self::Else(text) => write!(out, "#[{text}]"),
        };
        out.push('\n');
    }
}

fn text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let _ = match piece {
            Piece::Words(index) => write!(text, "{}", one(&TEXTS, *index)),
            Piece::Text(own) => write!(text, "{own}"),
            Piece::Field(index) => {
                write!(text, "{{{}}}", one(&NAMES, *index).trim_start_matches("r#"))
            }
            Piece::Number(number) => write!(text, "{{{}}}", number % 4),
            Piece::Braces => write!(text, "{{{{}}}}"),
            Piece::Formatted(name, format) => write!(text, "{{{}:{format}}}", one(&NAMES, *name)),
            Piece::FormattedAs(name, format) => write!(
                text,
                "{{{}:{}}}",
                one(&NAMES, *name),
                one(&FORMATS, *format)
            ),
        };
    }
    text
}

impl Edit {
    fn apply(self, source: &mut String) {
        let (Self::Stray(at, _) | Self::Insert(at, _) | Self::Remove(at, _)) = self;
        let mut at = usize::from(at) % source.len().max(1);
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        match self {
            Self::Stray(_, index) => source.insert_str(at, one(&STRAY, index)),
            Self::Insert(_, text) => source.insert_str(at, &text),
            Self::Remove(_, count) => {
                let rest: String = source.split_off(at).chars().skip(count.into()).collect();
                source.push_str(&rest);
            }
        }
    }
}
