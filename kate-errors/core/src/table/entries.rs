//! The types that a table is made of. Derived code writes them as struct literals.

use std::ops::Range;

use crate::matching::Placeholder;

/// What is known of a type's errors at compile time.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The type's name.
    pub name: &'a str,
    /// The first paragraph of the type's documentation.
    pub title: &'a str,
    /// The rest of the type's documentation.
    pub description: &'a str,
    /// The JSON member that carries the detail.
    pub member: &'a str,
    /// The errors that have a status and details of their own, in the order of their variants.
    pub errors: &'a [ErrorEntry<'a>],
    /// The forms of all errors, in the order of the errors. A form is known by its index here, its *number*.
    pub forms: &'a [FormEntry<'a>],
    /// The transparent variants that are read back, in the order of the variants.
    pub nested: &'a [NestedEntry<'a>],
    /// The headers of the `other` variant. `None` if there is no such variant.
    pub other: Option<&'a [Header<'a>]>,
    /// The numbers of the forms that the proof compares, sorted by status and literals.
    pub sorted: &'a [usize],
    /// The index that finds forms by a detail.
    pub index: Index<'a>,
}

/// One error: a variant with a status and details of its own.
#[derive(Clone, Debug)]
pub struct ErrorEntry<'a> {
    /// The variant's name, or the struct's.
    pub name: &'a str,
    /// The cause of the error. It is empty if the variant has no documentation.
    pub cause: &'a str,
    /// What the caller can do about the error. `None` if the variant has no fix.
    pub fix: Option<&'a str>,
    /// The status that the error is sent with.
    pub status: u16,
    /// The statuses with which the error is read, besides the one that it is sent with.
    pub accept: Accept<'a>,
    /// Whether the user accepts that details of this error may be read as another error's.
    pub lossy: bool,
    /// The headers that the error is sent with.
    pub headers: &'a [Header<'a>],
    /// The range of the numbers of this error's forms.
    pub forms: Range<usize>,
}

/// The statuses with which an error is read, besides the one that it is sent with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept<'a> {
    /// The statuses in this list.
    Only(&'a [u16]),
    /// Every status from 400 on.
    Any,
}

/// A header of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// The name, in lower case.
    pub name: &'a str,
    /// The value, if it is constant. `None` if it comes from a field of the variant.
    pub value: Option<&'a str>,
}

/// One form of an error: one `#[detail]`.
#[derive(Clone, Copy, Debug)]
pub struct FormEntry<'a> {
    /// The index of the form's error in [`Table::errors`].
    pub error: usize,
    /// The status of the form's error.
    pub status: u16,
    /// The template as it is written in `#[detail]`.
    pub detail: &'a str,
    /// What it takes to print the detail.
    pub kind: FormKind,
    /// The literal before the first placeholder. It is the whole detail if there is no placeholder.
    pub leading: &'a str,
    /// The placeholders, each with the literal after it.
    pub placeholders: &'a [Placeholder<'a>],
    /// The JSON around the values. `None` if a literal of the template needs escapes in JSON, or if only `format!` can print the
    /// detail.
    pub body: Option<Body<'a>>,
    /// Whether and how the form is read back.
    pub read: Read,
    /// Whether a value can be written in this form.
    pub written: bool,
    /// Whether the macro knows the languages of all placeholders from the source, without the compiler's knowledge of types. The
    /// macro has compared this form with all other spelled forms of the type.
    pub spelled: bool,
}

/// What it takes to print the detail of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// Nothing: the detail has no placeholders.
    Constant,
    /// The fields that the placeholders name.
    Template,
    /// `format!`, for example because a placeholder has a format. Such a form is never read back.
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
    /// The form is not read back.
    Never,
    /// Another form may match the same detail. Of the forms that match, the first one wins.
    InOrder,
    /// If this form matches a detail that was received with its own status, no other form wins. The proof has shown this.
    Decisive,
}

/// A transparent variant: the errors of another type, and their position among the forms.
#[derive(Clone, Copy, Debug)]
pub struct NestedEntry<'a> {
    /// The name of the transparent variant.
    pub name: &'a str,
    /// How many of the table's forms belong to earlier variants.
    pub position: usize,
    /// Whether the user accepts that details of the nested type may be read as those of earlier variants.
    pub lossy: bool,
    /// The nested type's table. `None` if the type is a generic parameter.
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
    /// The error that a form belongs to.
    #[must_use]
    pub const fn error_of(&self, form: usize) -> &'a ErrorEntry<'a> {
        &self.errors[self.forms[form].error]
    }
}

impl Accept<'_> {
    /// Whether an error with these statuses is read with this one.
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
            (FormKind::Constant, None) | (FormKind::Template | FormKind::Format, _) => None,
        }
    }

    /// The literal after the last placeholder. It is the whole detail if there are no placeholders.
    #[must_use]
    pub const fn trailing(&self) -> &'a str {
        match self.placeholders {
            [.., last] => last.after,
            [] => self.leading,
        }
    }

    /// Whether the form is read back.
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
