//! Which pairs of forms may match the same detail.

use super::finding::Place;

/// The exemptions of a variant with a nested type: a pair is exempt if the form that loses is lossy.
#[derive(Clone, Copy)]
pub(super) struct Exempt {
    /// The forms of the outer table before this entry win.
    pub(super) before: usize,
    /// Whether the variant is lossy.
    pub(super) lossy: bool,
}

impl Exempt {
    /// Whether the form of the outer table loses. The later form loses, unless only one of them is ever read.
    pub(super) const fn outer_loses(self, outer: Place, inner: Place) -> bool {
        match (outer.is_read(), inner.is_read()) {
            (true, false) => false,
            (false, true) => true,
            _ => outer.form.entry > self.before,
        }
    }

    /// Whether the pair is exempt.
    pub(super) const fn contains(self, outer: Place, inner: Place) -> bool {
        if self.outer_loses(outer, inner) {
            outer.is_lossy()
        } else {
            self.lossy || inner.is_lossy()
        }
    }
}
