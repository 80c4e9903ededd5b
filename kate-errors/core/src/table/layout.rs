//! How a table is laid out in its words. The builder writes them, and the table reads them.

/// The words of an error: three strings, its status, three lists.
pub(super) const ERROR: usize = 10;
/// The words of an entry: its kind and flags, its error, a string, and the body or the placeholders.
pub(super) const ENTRY: usize = 6;
/// The words of an entry in the sorted order.
pub(super) const SORTED: usize = 4;
/// In place of a string's start, that there is no string; in place of a list's position, that the list contains everything.
pub(super) const NONE: u32 = u32::MAX;

/// An error's status shares its word with [`LOSSY`].
pub(super) const STATUS: u32 = 0xFFFF;
pub(super) const LOSSY: u32 = 1 << 16;

/// Flags in the first word of an entry, after its kind.
///
/// Neither the literals nor the member's name need an escape in a body.
pub(super) const PLAIN: u32 = 1 << 3;
/// No entry before this one may match the same detail.
pub(super) const FIRST: u32 = 1 << 4;
/// No other entry may match the same detail.
pub(super) const ONLY: u32 = 1 << 5;
/// The entry has placeholders.
pub(super) const PLACEHOLDERS: u32 = 1 << 6;
/// The entry has a detail without placeholders, and its body.
pub(super) const BODY: u32 = 1 << 7;
/// The value of an entry without placeholders can be created without the response.
pub(super) const READY: u32 = 1 << 8;
/// The flags of an entry for which comparing the detail is enough.
pub(super) const COMPARED_ONLY: u32 = BODY | PLAIN | FIRST | READY;
/// The position of the error's status in the first word of an entry.
pub(super) const STATUS_SHIFT: u32 = 16;

/// A placeholder's language shares its word with the length of the body's end, which follows the last literal.
pub(super) const TAIL_SHIFT: u32 = 30;
pub(super) const LANGUAGE: u32 = (1 << TAIL_SHIFT) - 1;

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A form without placeholders.
    Constant,
    /// A form with placeholders.
    Template,
    /// A form that is written but never read.
    EmitOnly,
    /// The errors of a nested type.
    Nested,
    /// The `other` variant.
    Other,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [
        Self::Constant,
        Self::Template,
        Self::EmitOnly,
        Self::Nested,
        Self::Other,
    ];

    /// The kind in the first word of an entry.
    pub(super) const fn of(word: u32) -> Self {
        let kind = (word & 7) as usize;
        if kind < Self::ALL.len() {
            Self::ALL[kind]
        } else {
            Self::EmitOnly
        }
    }
}

/// Where lookups start.
#[derive(Clone, Copy, Debug)]
pub struct Roots {
    /// The index of the entries without placeholders.
    pub constants: u32,
    /// The index of the entries with placeholders.
    pub templates: u32,
    /// The list of the entries of nested types.
    pub nested: u32,
    /// Whether an error of the table is read from statuses other than its own.
    pub accepts: bool,
    /// Whether a nested type is generic.
    pub generic: bool,
}

impl Roots {
    /// The roots of a type without errors.
    pub const EMPTY: Self = Self {
        constants: NONE,
        templates: NONE,
        nested: NONE,
        accepts: false,
        generic: false,
    };
}

/// A length or a position as a word. The tables of a type are below 4 GiB, because the compiler's own spans are.
pub(super) fn word(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}

/// A status from its word: it is below 1,000.
pub(super) fn status(word: u32) -> u16 {
    u16::try_from(word).unwrap_or_default()
}
