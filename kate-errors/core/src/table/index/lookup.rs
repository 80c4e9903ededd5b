//! The search for the forms that may match a detail.

use crate::table::entries::{FormEntry, Link, Table};

/// A number that depends on every byte.
#[cfg_attr(not(debug_assertions), inline(always))]
fn hash(text: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    let mut hash = text.len() as u64;
    let mut words = text.chunks_exact(8);
    for word in words.by_ref() {
        hash = mix(
            hash,
            word.first_chunk()
                .map_or(0, |word| u64::from_le_bytes(*word)),
        );
    }
    // The last eight bytes contain the rest. They may overlap with bytes that were read before.
    let last = match text.last_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => text
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    mix(hash, last)
}

/// Where in a hash table of this length, a power of two, the search for a text starts.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn first_slot(text: &[u8], length: usize) -> usize {
    (hash(text) >> 32) as usize & (length - 1)
}

/// The forms without placeholders that have this detail, in order.
#[derive(Clone, Debug)]
pub struct Constants<'a, 't> {
    forms: &'a [FormEntry<'a>],
    slots: &'a [u32],
    slot: usize,
    text: &'t [u8],
}

impl Iterator for Constants<'_, '_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self) -> Option<usize> {
        loop {
            let form = (*self.slots.get(self.slot)? as usize).checked_sub(1)?;
            self.slot = (self.slot + 1) & (self.slots.len() - 1);
            if self.forms.get(form)?.leading.as_bytes() == self.text {
                return Some(form);
            }
        }
    }
}

/// The templates whose literal at one end matches a detail. They may not match the rest of it.
#[derive(Clone, Debug)]
pub struct Templates<'a> {
    start: Chain<'a>,
    end: Chain<'a>,
}

/// A template and those with shorter literals.
#[derive(Clone, Debug)]
struct Chain<'a> {
    links: &'a [Link],
    /// The place of the next template in the order, plus one.
    next: usize,
}

impl Iterator for Chain<'_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline)]
    fn next(&mut self) -> Option<usize> {
        let link = self.links.get(self.next.checked_sub(1)?)?;
        self.next = link.shorter;
        Some(link.form)
    }
}

impl Iterator for Templates<'_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline)]
    fn next(&mut self) -> Option<usize> {
        self.start.next().or_else(|| self.end.next())
    }
}

impl<'a> Table<'a> {
    /// The numbers of forms that may match a detail, by the literals at their ends.
    pub fn candidates<'t>(&self, detail: &'t [u8]) -> impl Iterator<Item = usize> + use<'a, 't> {
        self.constants(detail).chain(self.templates(detail))
    }

    /// The forms without placeholders that have this detail, in order.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn constants<'t>(&self, text: &'t [u8]) -> Constants<'a, 't> {
        let slots = self.index.constants;
        Constants {
            forms: self.forms,
            slots,
            slot: if slots.is_empty() {
                0
            } else {
                first_slot(text, slots.len())
            },
            text,
        }
    }

    /// The forms with placeholders that may match a detail.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn templates(&self, text: &[u8]) -> Templates<'a> {
        let begins = |form: &FormEntry<'_>| text.starts_with(form.leading.as_bytes());
        let ends = |form: &FormEntry<'_>| text.ends_with(form.trailing().as_bytes());
        let before = |form: &FormEntry<'_>| form.leading.as_bytes() <= text;
        let before_reversed =
            |form: &FormEntry<'_>| form.trailing().bytes().rev().le(text.iter().rev().copied());
        Templates {
            start: self.chain(self.index.by_start, before, begins),
            end: self.chain(self.index.by_end, before_reversed, ends),
        }
    }

    /// The longest literal that fits. `is_before` tells whether a form's literal is at or before the text's place in the order.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn chain(
        &self,
        links: &'a [Link],
        is_before: impl Fn(&FormEntry<'a>) -> bool,
        fits: impl Fn(&FormEntry<'a>) -> bool,
    ) -> Chain<'a> {
        let mut next = links.partition_point(|link| is_before(&self.forms[link.form]));
        while let Some(link) = next.checked_sub(1).and_then(|at| links.get(at)) {
            if fits(&self.forms[link.form]) {
                break;
            }
            next = link.shorter;
        }
        Chain { links, next }
    }
}
