//! The content of attributes, and the facts about a variant's attributes that the rules read.

use proc_macro2::Span;
use syn::Attribute;

/// The attributes of the derive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttributeName {
    Detail,
    Fix,
    From,
    Header,
    Kate,
    Source,
    Status,
}

impl AttributeName {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Detail => "detail",
            Self::Fix => "fix",
            Self::From => "from",
            Self::Header => "header",
            Self::Kate => "kate",
            Self::Source => "source",
            Self::Status => "status",
        }
    }
}

/// `#[status(402, accept(409))]`
#[derive(Clone)]
pub(crate) struct Status {
    pub(crate) code: u16,
    pub(crate) accept: Accept,
}

/// The statuses that decoding takes besides the error's own.
#[derive(Clone)]
pub(crate) enum Accept {
    Only(Vec<u16>),
    Any,
}

/// A constant header. Its name is in lower case.
#[derive(Clone)]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) value: String,
    /// The value as a literal of the source.
    pub(crate) literal: String,
    pub(crate) span: Span,
}

/// A documentation comment.
#[derive(Clone, Default)]
pub(crate) struct Doc {
    /// The paragraphs, each on one line.
    pub(crate) paragraphs: Vec<String>,
}

impl Doc {
    pub(crate) fn title(&self) -> &str {
        self.paragraphs.first().map_or("", String::as_str)
    }

    pub(crate) fn rest(&self) -> String {
        self.paragraphs.get(1..).unwrap_or_default().join("\n\n")
    }
}

/// The attributes of a variant, as far as rules read them.
#[derive(Default)]
pub(crate) struct VariantAttributes {
    /// The first attribute of each name. Those of the enum are not among them.
    pub(crate) spans: Vec<(AttributeName, Span)>,
    pub(crate) reported: Reported,
    pub(crate) misspellings: Vec<Misspelling>,
    /// `#[error("...")]` or `#[error(transparent)]`, which are thiserror's.
    pub(crate) thiserror: Option<Attribute>,
}

impl VariantAttributes {
    pub(crate) fn span_of(&self, name: AttributeName) -> Option<Span> {
        let found = self.spans.iter().find(|(written, _)| *written == name);
        found.map(|(_, span)| *span)
    }
}

/// The parts that a diagnostic was already given for. Rules do not report them as missing or wrong.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is asked for by its name"
)]
pub(crate) struct Reported {
    pub(crate) status: bool,
    pub(crate) detail: bool,
    /// A word of `#[kate]`: any word may have been meant.
    pub(crate) words: bool,
    /// A mark that belongs on a field: any field may have been meant.
    pub(crate) fields: bool,
}

/// An attribute that is not the derive's, but has a similar name.
#[derive(Clone)]
pub(crate) struct Misspelling {
    pub(crate) intended: AttributeName,
    pub(crate) attribute: Attribute,
}

/// The first attribute that is probably one of these, misspelled.
pub(crate) fn misspelling_of<'a>(
    misspellings: &'a [Misspelling],
    names: &[AttributeName],
) -> Option<&'a Attribute> {
    let found = misspellings
        .iter()
        .find(|misspelling| names.contains(&misspelling.intended));
    found.map(|misspelling| &misspelling.attribute)
}
