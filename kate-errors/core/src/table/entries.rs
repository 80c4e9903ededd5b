//! The data of a table.

use std::ops::Range;

use crate::matching::Placeholder;

/// A type's errors.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The type's name.
    pub name: &'a str,
    /// The first paragraph of the type's documentation.
    pub title: &'a str,
    /// The rest of it.
    pub description: &'a str,
    /// The JSON member that carries the detail.
    pub member: &'a str,
    /// The errors that have a status and details of their own, in the order of their variants.
    pub errors: &'a [ErrorEntry<'a>],
    /// The forms of these errors, in order.
    pub forms: &'a [FormEntry<'a>],
    /// The transparent variants that are read back, in order.
    pub nested: &'a [NestedEntry<'a>],
    /// The headers of the variant that takes what no other variant matches.
    pub other: Option<&'a [Header<'a>]>,
    /// The numbers of the forms that the proof compares, sorted by status and literals.
    pub sorted: &'a [usize],
    /// Finds forms by a detail.
    pub index: Index<'a>,
}

/// One error: a variant with a status and details of its own.
#[derive(Clone, Debug)]
pub struct ErrorEntry<'a> {
    /// The variant's name, or the struct's.
    pub name: &'a str,
    /// The cause of the error. It is empty if the variant has no documentation.
    pub cause: &'a str,
    /// What the caller can do about it.
    pub fix: Option<&'a str>,
    /// The status.
    pub status: u16,
    /// The other statuses that it is read from.
    pub accept: Accept<'a>,
    /// Whether its details may be read as another error's.
    pub lossy: bool,
    /// Its headers.
    pub headers: &'a [Header<'a>],
    /// Its forms, by their numbers.
    pub forms: Range<usize>,
}

/// The statuses that an error is read from, in addition to its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept<'a> {
    /// These.
    Only(&'a [u16]),
    /// Every error status.
    Any,
}

/// A header of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// The name, in lower case.
    pub name: &'a str,
    /// The value. `None` if a field has it.
    pub value: Option<&'a str>,
}

/// One form: a detail of an error.
#[derive(Clone, Copy, Debug)]
pub struct FormEntry<'a> {
    /// The number of its error.
    pub error: usize,
    /// That error's status.
    pub status: u16,
    /// The detail as it was written.
    pub detail: &'a str,
    /// What kind of detail it is.
    pub kind: FormKind,
    /// The literal before the first placeholder. It is the whole detail if there is no placeholder.
    pub leading: &'a str,
    /// The placeholders, each with the literal after it.
    pub placeholders: &'a [Placeholder<'a>],
    /// The JSON around the values. `None` if a literal of a template needs escapes.
    pub body: Option<Body<'a>>,
    /// Whether and how it is read back.
    pub read: Read,
    /// Whether a value can be written in this form.
    pub written: bool,
    /// Whether the macro knows the languages of all its placeholders from the spelling of their types. The macro has compared it
    /// with all other such forms.
    pub spelled: bool,
}

/// What kind of detail a form has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// It has no placeholders.
    Constant,
    /// It has a placeholder for each printed field.
    Template,
    /// Only `format!` can print it.
    Format,
}

/// The parts of a form's JSON body that are not values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body<'a> {
    /// The body up to the first placeholder. It is the whole body if there is no placeholder.
    pub start: &'a str,
    /// The body from the last placeholder on.
    pub end: &'a str,
}

/// Whether and how a form is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It is not read.
    Never,
    /// The first form that matches wins, and an earlier one may match too.
    InOrder,
    /// The proof has shown that no other form of its status wins if this one matches.
    Decisive,
}

/// A transparent variant: the errors of another type, and their position among the forms.
#[derive(Clone, Copy, Debug)]
pub struct NestedEntry<'a> {
    /// The variant's name.
    pub name: &'a str,
    /// How many forms come before it.
    pub position: usize,
    /// Whether its details may be read as those of earlier variants.
    pub lossy: bool,
    /// The other type's table. `None` if that type is a generic parameter.
    pub table: Option<&'a Table<'a>>,
}

impl Table<'_> {
    /// The table of a type without errors.
    pub const EMPTY: Self = Self {
        name: "",
        title: "",
        description: "",
        member: "detail",
        errors: &[],
        forms: &[],
        nested: &[],
        other: None,
        sorted: &[],
        index: Index::EMPTY,
    };
}

impl<'a> Table<'a> {
    /// The error of a form.
    #[must_use]
    pub const fn error_of(&self, form: usize) -> &'a ErrorEntry<'a> {
        &self.errors[self.forms[form].error]
    }
}

impl Accept<'_> {
    /// Whether it has this status.
    #[must_use]
    pub fn contains(self, status: u16) -> bool {
        match self {
            Self::Only(statuses) => statuses.contains(&status),
            Self::Any => true,
        }
    }
}

impl<'a> FormEntry<'a> {
    /// The whole detail, if it has no placeholders.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub const fn constant(&self) -> Option<&'a str> {
        match self.kind {
            FormKind::Constant => Some(self.leading),
            FormKind::Template | FormKind::Format => None,
        }
    }

    /// The whole body, if the detail has no placeholders.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub const fn constant_body(&self) -> Option<&'a str> {
        match (self.kind, self.body) {
            (FormKind::Constant, Some(body)) => Some(body.start),
            _ => None,
        }
    }

    /// The literal at the end. It is the whole detail if there are no placeholders.
    #[must_use]
    pub const fn trailing(&self) -> &'a str {
        match self.placeholders {
            [.., last] => last.after,
            [] => self.leading,
        }
    }

    /// Whether it is read back.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        match self.read {
            Read::Never => false,
            Read::InOrder | Read::Decisive => true,
        }
    }
}

/// Finds a table's forms by a detail.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    /// The numbers of the constants, in buckets by a hash of the detail. The number of buckets is a power of two, or zero.
    pub constants: &'a [&'a [usize]],
    /// The templates that begin with a literal, sorted by it.
    pub by_start: &'a [Link],
    /// The templates that begin with a placeholder, sorted by the reversed literal that they end with.
    pub by_end: &'a [Link],
}

/// A template in the order of its literals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The number of the form.
    pub form: usize,
    /// The first eight bytes of the literal by which it is sorted. Missing bytes are zero.
    pub head: [u8; 8],
    /// Where in the order the longest other literal is that this literal begins with.
    pub shorter: Option<usize>,
}

impl Index<'_> {
    /// The index of a table without forms that are read.
    pub const EMPTY: Self = Self {
        constants: &[],
        by_start: &[],
        by_end: &[],
    };
}
