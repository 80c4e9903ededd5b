//! A table's entries, as the runtime reads them.

use super::index::{Leaf, Lookup};
use super::{ENTRY, Kind, NONE, Table};
use crate::matching::Placeholder;
use crate::{Language, same};

/// Neither the entry's literals nor its body need an escape: the body stands around the text.
pub(super) const PLAIN: u32 = 1 << 3;
/// No entry before this one can say its text.
pub(super) const FIRST: u32 = 1 << 4;
/// Nor can one behind it.
pub(super) const ONLY: u32 = 1 << 5;
/// The entry has placeholders.
pub(super) const PLACEHOLDERS: u32 = 1 << 6;
/// The entry has a text without placeholders, and a ready-made body.
pub(super) const BODY: u32 = 1 << 7;
/// The value of a entry without placeholders is known without its response.
pub(super) const READY: u32 = 1 << 8;
/// What entries have that need no more than a comparison.
const CERTAIN: u32 = BODY | PLAIN | FIRST | READY;
/// Where the error's status stands in a entry's first word.
pub(super) const STATUS_SHIFT: u32 = 16;

/// A entry of a table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    table: &'static Table,
    words: [u32; ENTRY],
}

impl Entry {
    /// What the entry is.
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
        super::status(self.words[0] >> STATUS_SHIFT)
    }

    /// Whether that error is read from this status too.
    #[must_use]
    pub fn accepts(self, status: u16) -> bool {
        let (table, error) = (self.table, self.error());
        table.error_accepts_any(error) || table.error_accepted(error).any(|other| other == status)
    }

    /// The text up to its first placeholder: all of it where there is none.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn text(self) -> &'static str {
        self.table.slice(self.words[2], self.words[3])
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn bytes(self) -> &'static [u8] {
        self.table.slice_bytes(self.words[2], self.words[3])
    }

    /// The text of a entry without placeholders.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn constant(self) -> Option<&'static str> {
        self.body().map(|_| self.text())
    }

    /// The ready-made JSON body of a entry without placeholders.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn body(self) -> Option<&'static [u8]> {
        if !self.is(BODY) {
            return None;
        }
        self.table.some_bytes(self.words[4], self.words[5])
    }

    /// The body of a entry with placeholders, up to the first; nothing where a literal needs an escape.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn head(self) -> Option<&'static [u8]> {
        if !self.is(PLAIN) {
            return None;
        }
        let head = super::builder::number(self.table.member.len() + BODY_HEAD);
        let start = self.words[2].wrapping_sub(head);
        self.table
            .some_bytes(start, self.words[3].wrapping_add(head))
    }

    /// How many bytes of a body are no placeholder's, if the entry has a [`head`](Self::head).
    #[must_use]
    pub fn literals(self) -> usize {
        self.words[5] as usize
    }

    /// The literal behind a placeholder.
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

    /// The literal behind a placeholder as it stands in a body, with the body's end behind the last, if the entry has a
    /// [`head`](Self::head).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn wrapped(self, placeholder: usize) -> &'static [u8] {
        let [language, start, length] = self.placeholder(placeholder);
        self.table
            .slice_bytes(start, length + (language >> TAIL_SHIFT))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn placeholder(self, placeholder: usize) -> [u32; 3] {
        self.table
            .words(self.words[4] as usize + 1 + placeholder * 3)
    }

    /// The entry's placeholders, if there are as many as asked for.
    #[must_use]
    pub fn read_placeholders<const N: usize>(self) -> Option<[Placeholder<'static>; N]> {
        let mut placeholders = [Placeholder {
            language: &Language::Free,
            after: "",
        }; N];
        if self.placeholders() != N {
            return None;
        }
        for (place, placeholder) in placeholders.iter_mut().enumerate() {
            let [language, start, length] = self.placeholder(place);
            *placeholder = Placeholder {
                language: self.table.languages.get((language & LANGUAGE) as usize)?,
                after: self.table.slice(start, length),
            };
        }
        Some(placeholders)
    }
}

/// `{"` and `":"` around the member's name.
const BODY_HEAD: usize = 5;
/// A placeholder's language shares its word with the length of what stands behind its literal in a body.
pub(super) const TAIL_SHIFT: u32 = 30;
pub(super) const LANGUAGE: u32 = (1 << TAIL_SHIFT) - 1;

/// The entries that may say a text, in order: those that say it as it stands, those whose literals were found in it, and those
/// of nested types.
#[derive(Clone, Debug)]
pub struct Candidates<'t> {
    text: &'t [u8],
    constants: Leaf,
    templates: Leaf,
    nested: Leaf,
}

impl Candidates<'_> {
    /// Leaves out entries that say another text.
    fn skip_others(&mut self) {
        let table = self.constants.table();
        let other = |entry: &usize| table.entry(*entry).bytes() != self.text;
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

/// The first word of a entry.
#[cfg_attr(not(debug_assertions), inline(always))]
fn wanted(status: u16, kind: Kind, flags: u32) -> u32 {
    u32::from(status) << STATUS_SHIFT | kind as u32 | flags
}

impl Table {
    /// A entry.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn entry(&'static self, entry: usize) -> Entry {
        Entry {
            table: self,
            words: self.words(self.entry_words(entry)),
        }
    }

    /// The entry without placeholders that has this status and text, where no entry before it can say the text. The text is
    /// one that JSON needs no escape for. A entry that takes more than one test is not found: see [`lookup_constant_among_several`](Self::lookup_constant_among_several).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_constant(&'static self, status: u16, text: &[u8]) -> Option<usize> {
        // What is no entry has no words.
        let entry = self.first(self.roots.constants, text) as usize;
        self.says(entry, status, text).then_some(entry)
    }

    /// The same, for a entry that takes more than one test.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_constant_among_several(&'static self, status: u16, text: &[u8]) -> Option<usize> {
        let more = self.near(self.roots.constants, text) == Lookup::Several;
        more.then(|| self.search_constants(status, text))?
    }

    #[inline(never)]
    fn search_constants(&'static self, status: u16, text: &[u8]) -> Option<usize> {
        self.leaf(self.roots.constants, text)
            .find(|&entry| self.says(entry, status, text))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn says(&self, entry: usize, status: u16, text: &[u8]) -> bool {
        let Some([what, _, start, length]) = self.words_of(entry) else {
            return false;
        };
        let own = self.some_bytes(start, length);
        what & !ONLY == wanted(status, Kind::Constant, CERTAIN)
            && own.is_some_and(|own| same(own, text))
    }

    /// The entry with placeholders that may say a text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_template(&self, text: &[u8]) -> Lookup {
        self.near(self.roots.templates, text)
    }

    /// Whether a entry with placeholders has this status, and is the first of all entries that may say its texts.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn is_first_match(&self, entry: usize, status: u16) -> bool {
        let [what] = self.words(self.entry_words(entry));
        what & !(PLAIN | ONLY) == wanted(status, Kind::Template, PLACEHOLDERS | FIRST)
    }

    /// Whether entries with placeholders alone may say a text, where no entry was [`lookup_constant`](Self::lookup_constant).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn only_templates_may_match(&'static self, text: &[u8]) -> bool {
        let roots = self.roots;
        if roots.accepts || roots.nested != NONE || self.other().is_some() {
            return false;
        }
        match self.near(roots.constants, text) {
            Lookup::None => true,
            // The comparison was made.
            Lookup::Entry(entry) => self.entry(entry).words[0] & CERTAIN == CERTAIN,
            Lookup::Several => false,
        }
    }

    /// The entry that says this text, where no other can. As in [`lookup_constant`](Self::lookup_constant), it may not be found.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn lookup_unique_constant(&'static self, text: &[u8]) -> Option<usize> {
        let entry = self.first(self.roots.constants, text) as usize;
        let [what, _, start, length] = self.words_of(entry)?;
        let own = self.some_bytes(start, length)?;
        (what & (ONLY | READY) == ONLY | READY && same(own, text)).then_some(entry)
    }

    /// The entries that may say a text.
    #[must_use]
    pub fn candidates<'t>(&'static self, text: &'t str) -> Candidates<'t> {
        let text = text.as_bytes();
        Candidates {
            text,
            constants: self.leaf(self.roots.constants, text),
            templates: self.leaf(self.roots.templates, text),
            nested: self.nested_entries(),
        }
    }

    /// Whether an error is read from statuses other than its own.
    #[must_use]
    pub fn accepts(&self) -> bool {
        self.asks(|table| table.roots.accepts)
    }

    /// Whether a entry takes what no other takes.
    #[must_use]
    pub fn has_other(&self) -> bool {
        self.asks(|table| table.other().is_some())
    }

    /// Of this table and of nested ones. Those of generic types are not known here.
    fn asks(&self, what: fn(&Self) -> bool) -> bool {
        what(self) || self.roots.generic || self.nested.iter().any(|table| table.asks(what))
    }

    /// The entry that takes what no other takes: the last.
    #[must_use]
    pub fn other(&self) -> Option<usize> {
        let last = self.entries.checked_sub(1)?;
        matches!(self.entry_kind(last), Kind::Other).then_some(last)
    }

    /// So many words in a entry.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn words<const N: usize>(&self, at: usize) -> [u32; N] {
        self.some_words(at).unwrap_or([NONE; N])
    }

    /// A entry's first words, if there is such a entry: the number may be a test's, which is out of all bounds where addresses have
    /// 32 bits.
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
