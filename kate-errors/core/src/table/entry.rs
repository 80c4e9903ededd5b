//! The entries of a table, as the runtime reads them.

use super::Table;
use super::index::{Leaf, Lookup};
use super::layout::{
    BODY, COMPARED_ONLY, ENTRY, FIRST, Kind, LANGUAGE, NONE, ONLY, PLACEHOLDERS, PLAIN, READY,
    STATUS_SHIFT, TAIL_SHIFT, status, word,
};
use crate::matching::Placeholder;
use crate::{Language, json};

/// An entry of a table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    table: &'static Table,
    words: [u32; ENTRY],
}

impl Entry {
    /// The kind of the entry.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn kind(self) -> Kind {
        Kind::of(self.words[0])
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn is(self, flag: u32) -> bool {
        self.words[0] & flag != 0
    }

    /// The error that it is a form of.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn error(self) -> usize {
        self.words[1] as usize
    }

    /// That error's status.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn status(self) -> u16 {
        status(self.words[0] >> STATUS_SHIFT)
    }

    /// Whether that error is read from this status, in addition to its own.
    #[must_use]
    pub fn accepts(self, status: u16) -> bool {
        let (table, error) = (self.table, self.error());
        table.error_accepts_any(error) || table.error_accepted(error).any(|other| other == status)
    }

    /// The literal before the first placeholder. Without placeholders, it is the detail.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn text(self) -> &'static str {
        self.table.slice(self.words[2], self.words[3])
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn bytes(self) -> &'static [u8] {
        self.table.slice_bytes(self.words[2], self.words[3])
    }

    /// The detail of an entry without placeholders.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn constant(self) -> Option<&'static str> {
        self.body().map(|_| self.text())
    }

    /// The JSON body of an entry without placeholders.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn body(self) -> Option<&'static [u8]> {
        if !self.is(BODY) {
            return None;
        }
        self.table.some_bytes(self.words[4], self.words[5])
    }

    /// The body of an entry with placeholders up to the first one, or `None` if a literal needs an escape.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn head(self) -> Option<&'static [u8]> {
        if !self.is(PLAIN) {
            return None;
        }
        let around = json::BODY_START.len() + json::BODY_MIDDLE.len();
        let head = word(self.table.member.len() + around);
        let start = self.words[2].wrapping_sub(head);
        self.table
            .some_bytes(start, self.words[3].wrapping_add(head))
    }

    /// The length of a body without its fields, if the entry has a [`head`](Self::head).
    #[must_use]
    pub fn literals(self) -> usize {
        self.words[5] as usize
    }

    /// The literal after a placeholder.
    #[must_use]
    pub fn literal(self, placeholder: usize) -> &'static str {
        let [_, start, length] = self.placeholder(placeholder);
        self.table.slice(start, length)
    }

    /// How many placeholders there are.
    #[must_use]
    pub fn placeholders(self) -> usize {
        if self.is(PLACEHOLDERS) {
            self.table.word(self.words[4] as usize) as usize
        } else {
            0
        }
    }

    /// The literal after a placeholder as it appears in a body, and the end of the body after the last one, if the
    /// entry has a [`head`](Self::head).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn wrapped(self, placeholder: usize) -> &'static [u8] {
        let [language, start, length] = self.placeholder(placeholder);
        self.table
            .slice_bytes(start, length + (language >> TAIL_SHIFT))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn placeholder(self, index: usize) -> [u32; 3] {
        self.table.words(self.words[4] as usize + 1 + index * 3)
    }

    /// The entry's placeholders, if there are `N`.
    #[must_use]
    pub fn read_placeholders<const N: usize>(self) -> Option<[Placeholder<'static>; N]> {
        let mut placeholders = [Placeholder {
            language: &Language::Free,
            after: "",
        }; N];
        if self.placeholders() != N {
            return None;
        }
        for (index, placeholder) in placeholders.iter_mut().enumerate() {
            let [language, start, length] = self.placeholder(index);
            *placeholder = Placeholder {
                language: self.table.languages.get((language & LANGUAGE) as usize)?,
                after: self.table.slice(start, length),
            };
        }
        Some(placeholders)
    }
}

/// The entries that may match a detail, in order: constants that are equal to it, templates that the index found, and
/// nested types.
#[derive(Clone, Debug)]
pub struct Candidates<'t> {
    detail: &'t [u8],
    constants: Leaf,
    templates: Leaf,
    nested: Leaf,
}

impl Candidates<'_> {
    /// Skips constants that are not equal to the detail.
    fn skip_others(&mut self) {
        let table = self.constants.table();
        let other = |entry: &usize| table.entry(*entry).bytes() != self.detail;
        while self.constants.peek().as_ref().is_some_and(other) {
            self.constants.next();
        }
    }
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.skip_others();
        let leaves = [&mut self.constants, &mut self.templates, &mut self.nested];
        leaves
            .into_iter()
            .min_by_key(|leaf| leaf.peek().unwrap_or(usize::MAX))?
            .next()
    }
}

/// The first word of an entry.
#[cfg_attr(not(debug_assertions), inline(always))]
fn first_word(status: u16, kind: Kind, flags: u32) -> u32 {
    u32::from(status) << STATUS_SHIFT | kind as u32 | flags
}

impl Table {
    /// An entry, by its number.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn entry(&'static self, entry: usize) -> Entry {
        Entry {
            table: self,
            words: self.words(self.entry_words(entry)),
        }
    }

    /// The constant with this status and detail, if no entry before it may match the detail. A constant that needs an
    /// escape in JSON is not found.
    ///
    /// This is the fast path: it makes one test. If that is not enough, use
    /// [`lookup_constant_among_several`](Self::lookup_constant_among_several).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_constant(&'static self, status: u16, detail: &[u8]) -> Option<usize> {
        // If the test does not lead to an entry, the number is out of bounds.
        let entry = self.first_target(self.roots.constants, detail) as usize;
        self.is_constant(entry, status, detail).then_some(entry)
    }

    /// [`lookup_constant`](Self::lookup_constant) for a detail that takes more than one test.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_constant_among_several(
        &'static self,
        status: u16,
        detail: &[u8],
    ) -> Option<usize> {
        let several = self.lookup(self.roots.constants, detail) == Lookup::Several;
        several.then(|| self.search_constants(status, detail))?
    }

    #[inline(never)]
    fn search_constants(&'static self, status: u16, detail: &[u8]) -> Option<usize> {
        self.leaf(self.roots.constants, detail)
            .find(|&entry| self.is_constant(entry, status, detail))
    }

    /// Whether this is a constant with this status and detail, and comparing them is enough.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_constant(&self, entry: usize, status: u16, detail: &[u8]) -> bool {
        let Some([first, _, start, length]) = self.words_of(entry) else {
            return false;
        };
        let own = self.some_bytes(start, length);
        first & !ONLY == first_word(status, Kind::Constant, COMPARED_ONLY) && own == Some(detail)
    }

    /// The template that may match a detail, by one test.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_template(&self, detail: &[u8]) -> Lookup {
        self.lookup(self.roots.templates, detail)
    }

    /// Whether an entry is a template with this status, and no entry before it may match the same detail.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn is_first_match(&self, entry: usize, status: u16) -> bool {
        let [first] = self.words(self.entry_words(entry));
        first & !(PLAIN | ONLY) == first_word(status, Kind::Template, PLACEHOLDERS | FIRST)
    }

    /// Whether only templates may match a detail for which [`lookup_constant`](Self::lookup_constant) has found nothing.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn only_templates_may_match(&'static self, detail: &[u8]) -> bool {
        let roots = self.roots;
        if roots.accepts || roots.nested != NONE || self.other().is_some() {
            return false;
        }
        match self.lookup(roots.constants, detail) {
            Lookup::None => true,
            // `lookup_constant` has compared it.
            Lookup::Entry(entry) => self.entry(entry).words[0] & COMPARED_ONLY == COMPARED_ONLY,
            Lookup::Several => false,
        }
    }

    /// The constant with this detail, if no other entry may match it. Like [`lookup_constant`](Self::lookup_constant),
    /// this makes one test, and may miss it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_unique_constant(&'static self, detail: &[u8]) -> Option<usize> {
        let entry = self.first_target(self.roots.constants, detail) as usize;
        let [first, _, start, length] = self.words_of(entry)?;
        let own = self.some_bytes(start, length)?;
        (first & (ONLY | READY) == ONLY | READY && own == detail).then_some(entry)
    }

    /// The entries that may match a detail.
    #[must_use]
    pub fn candidates<'t>(&'static self, detail: &'t str) -> Candidates<'t> {
        let detail = detail.as_bytes();
        Candidates {
            detail,
            constants: self.leaf(self.roots.constants, detail),
            templates: self.leaf(self.roots.templates, detail),
            nested: self.nested_entries(),
        }
    }

    /// Whether an error of this table or a nested one is read from statuses other than its own.
    #[must_use]
    pub fn accepts(&self) -> bool {
        self.any_table(|table| table.roots.accepts)
    }

    /// Whether this table or a nested one has an entry of an `other` variant.
    #[must_use]
    pub fn has_other(&self) -> bool {
        self.any_table(|table| table.other().is_some())
    }

    /// Whether this table or a nested one passes a test. The tables of generic types are not known here, so they count
    /// as passing.
    fn any_table(&self, test: fn(&Self) -> bool) -> bool {
        test(self) || self.roots.generic || self.nested.iter().any(|table| table.any_table(test))
    }

    /// The entry of the `other` variant: the last one.
    #[must_use]
    pub fn other(&self) -> Option<usize> {
        let last = self.entries.checked_sub(1)?;
        matches!(self.entry_kind(last), Kind::Other).then_some(last)
    }

    /// `N` consecutive words.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn words<const N: usize>(&self, at: usize) -> [u32; N] {
        self.some_words(at).unwrap_or([NONE; N])
    }

    /// The first words of an entry, if there is such an entry. The number may belong to a test: then it is so large that
    /// the position overflows on 32-bit targets.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn words_of<const N: usize>(&self, entry: usize) -> Option<[u32; N]> {
        let at = entry.checked_mul(ENTRY)?.checked_add(self.entry_words(0))?;
        at.checked_add(N)?.checked_mul(4)?;
        self.some_words(at)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn some_words<const N: usize>(&self, at: usize) -> Option<[u32; N]> {
        let words = self.words.get(at * 4..(at + N) * 4)?;
        let mut read = [0; N];
        for (word, bytes) in read.iter_mut().zip(words.chunks_exact(4)) {
            *word = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        Some(read)
    }

    /// A word, at run time.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn word_at(&self, at: usize) -> u32 {
        let [word] = self.words(at);
        word
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn slice_bytes(&self, start: u32, length: u32) -> &'static [u8] {
        self.some_bytes(start, length).unwrap_or_default()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn some_bytes(&self, start: u32, length: u32) -> Option<&'static [u8]> {
        let (start, length) = (start as usize, length as usize);
        self.strings.as_bytes().get(start..start + length)
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn slice(&self, start: u32, length: u32) -> &'static str {
        let (start, length) = (start as usize, length as usize);
        self.strings.get(start..start + length).unwrap_or_default()
    }
}
