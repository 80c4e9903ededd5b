//! The search for the forms that may match a detail.

use std::cmp::Ordering;
use std::iter::Copied;
use std::slice;

use crate::table::entries::{FormEntry, Link, Table};

impl<'a> Table<'a> {
    /// The numbers of the forms that may match a detail: all constants that are equal to it, in order, and the templates whose
    /// literal at one end fits.
    pub fn candidates<'t>(&self, detail: &'t [u8]) -> impl Iterator<Item = usize> + use<'a, 't> {
        self.constants(detail).chain(self.templates(detail))
    }

    /// The forms without placeholders that have this detail, in order.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn constants<'t>(&self, detail: &'t [u8]) -> Constants<'a, 't> {
        let buckets = self.index.constants;
        let bucket = buckets.get(bucket(detail, buckets.len()));
        Constants {
            forms: self.forms,
            bucket: bucket.copied().unwrap_or_default().iter().copied(),
            detail,
        }
    }

    /// The forms with placeholders that may match a detail.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn templates(&self, detail: &[u8]) -> Templates<'a> {
        let reversed = || detail.iter().rev();
        Templates {
            by_start: self.longest_fit(
                self.index.by_start,
                first_eight(detail),
                |form| form.leading.as_bytes() <= detail,
                |form| detail.starts_with(form.leading.as_bytes()),
            ),
            by_end: self.longest_fit(
                self.index.by_end,
                last_eight(detail),
                |form| form.trailing().as_bytes().iter().rev().le(reversed()),
                |form| detail.ends_with(form.trailing().as_bytes()),
            ),
        }
    }

    /// The template with the longest literal that fits, and those with shorter ones. `head` is the part of the detail that is
    /// compared with the heads of the links. `is_before` tells whether a literal is sorted before the detail, or equal to it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn longest_fit(
        &self,
        links: &'a [Link],
        head: [u8; 8],
        is_before: impl Fn(&FormEntry<'a>) -> bool,
        fits: impl Fn(&FormEntry<'a>) -> bool,
    ) -> Links<'a> {
        let head = u64::from_be_bytes(head);
        let after = links.partition_point(|link| match u64::from_be_bytes(link.head).cmp(&head) {
            Ordering::Less => true,
            Ordering::Equal => is_before(&self.forms[link.form]),
            Ordering::Greater => false,
        });
        let mut next = after.checked_sub(1);
        while let Some(at) = next.filter(|&at| !fits(&self.forms[links[at].form])) {
            next = links[at].shorter;
        }
        Links { links, next }
    }
}

/// The forms without placeholders that have a certain detail.
#[derive(Clone, Debug)]
pub struct Constants<'a, 't> {
    forms: &'a [FormEntry<'a>],
    bucket: Copied<slice::Iter<'a, usize>>,
    detail: &'t [u8],
}

impl Iterator for Constants<'_, '_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self) -> Option<usize> {
        let (forms, detail) = (self.forms, self.detail);
        self.bucket
            .find(|&form| forms[form].leading.as_bytes() == detail)
    }
}

/// The templates whose literal at one end fits a detail. They may not match the rest of it.
#[derive(Clone, Debug)]
pub struct Templates<'a> {
    by_start: Links<'a>,
    by_end: Links<'a>,
}

impl Iterator for Templates<'_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline)]
    fn next(&mut self) -> Option<usize> {
        self.by_start.next().or_else(|| self.by_end.next())
    }
}

/// A template and those with shorter literals.
#[derive(Clone, Debug)]
struct Links<'a> {
    links: &'a [Link],
    next: Option<usize>,
}

impl Iterator for Links<'_> {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline)]
    fn next(&mut self) -> Option<usize> {
        let link = &self.links[self.next?];
        self.next = link.shorter;
        Some(link.form)
    }
}

/// The bucket of a detail, given the number of buckets.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn bucket(detail: &[u8], buckets: usize) -> usize {
    (hash(detail) >> 32) as usize & buckets.wrapping_sub(1)
}

/// A number that depends on every byte.
#[cfg_attr(not(debug_assertions), inline(always))]
fn hash(text: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    let mut hash = text.len() as u64;
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash, u64::from_le_bytes(*word));
        rest = after;
    }
    // The last eight bytes contain the rest. They may overlap with bytes that were read before.
    mix(hash, u64::from_be_bytes(last_eight(text)))
}

/// The first eight bytes. Missing bytes are zero.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn first_eight(text: &[u8]) -> [u8; 8] {
    text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; 8];
        bytes[..text.len()].copy_from_slice(text);
        bytes
    })
}

/// The last eight bytes, the last one first. Missing bytes are zero.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn last_eight(text: &[u8]) -> [u8; 8] {
    let mut bytes = text.last_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; 8];
        bytes[8 - text.len()..].copy_from_slice(text);
        bytes
    });
    bytes.reverse();
    bytes
}
