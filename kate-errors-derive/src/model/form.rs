//! Forms: each `#[detail]` of a variant is one.

use proc_macro2::TokenStream;
use syn::LitStr;

/// One `#[detail("...")]`.
pub(crate) struct Form {
    pub(crate) literal: LitStr,
    pub(crate) kind: FormKind,
}

/// What kind of detail a form is, and its parts.
pub(crate) enum FormKind {
    /// It prints no field.
    Constant(String),
    /// It prints fields by plain placeholders such as `{id}`.
    Template {
        leading: String,
        placeholders: Vec<Placeholder>,
    },
    /// It uses more of `format!`: the literal, its arguments, and the fields that the literal names.
    Format {
        literal: LitStr,
        args: TokenStream,
        fields: Vec<FormatField>,
    },
    /// A diagnostic was given for it.
    Broken,
}

/// A placeholder, and the literal after it.
pub(crate) struct Placeholder {
    /// The field's index.
    pub(crate) field: usize,
    pub(crate) after: String,
}

/// A field that the literal of a `format!` names.
pub(crate) struct FormatField {
    /// The field's index.
    pub(crate) field: usize,
    /// Its name in the literal.
    pub(crate) name: String,
    /// The traits of `std::fmt` that print it.
    pub(crate) traits: Vec<&'static str>,
    /// Whether it is also a width or a precision.
    pub(crate) is_count: bool,
}

impl Form {
    /// The placeholders of a template.
    pub(crate) fn placeholders(&self) -> &[Placeholder] {
        match &self.kind {
            FormKind::Template { placeholders, .. } => placeholders,
            FormKind::Constant(_) | FormKind::Format { .. } | FormKind::Broken => &[],
        }
    }

    /// The index of the placeholder that prints this field.
    pub(crate) fn placeholder(&self, field: usize) -> Option<usize> {
        match &self.kind {
            FormKind::Template { placeholders, .. } => placeholders
                .iter()
                .position(|placeholder| placeholder.field == field),
            FormKind::Constant(_) | FormKind::Format { .. } | FormKind::Broken => None,
        }
    }

    /// The fields that the literal names, in its order. A field may be among them twice.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match &self.kind {
            FormKind::Template { placeholders, .. } => placeholders
                .iter()
                .map(|placeholder| placeholder.field)
                .collect(),
            FormKind::Format { fields, .. } => fields.iter().map(|named| named.field).collect(),
            FormKind::Constant(_) | FormKind::Broken => Vec::new(),
        }
    }

    /// Whether the literal names this field.
    pub(crate) fn names(&self, field: usize) -> bool {
        self.fields().contains(&field)
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self.kind, FormKind::Broken)
    }
}

impl FormatField {
    /// Whether `Display` alone prints it.
    pub(crate) fn is_only_displayed(&self) -> bool {
        !self.is_count && self.traits.iter().all(|name| *name == "Display")
    }
}
