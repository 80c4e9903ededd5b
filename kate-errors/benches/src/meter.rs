//! What is done with a piece of work: it is counted, timed, or only named.

use std::hint::black_box;

/// Goes over all work.
pub trait Meter {
    /// Work that a peer does, so many times in one go. What it needs is made before; what it gives is dropped after.
    fn measure<T>(&mut self, row: &str, peer: &str, times: usize, work: impl FnMut() -> T);
}

/// The names of all work, in order.
#[derive(Debug, Default)]
pub struct Names(pub Vec<Name>);

/// A name of work.
#[derive(Clone, Debug)]
pub struct Name {
    /// What is done.
    pub row: String,
    /// Who does it.
    pub peer: String,
    /// How often, in one go.
    pub times: usize,
}

impl Meter for Names {
    fn measure<T>(&mut self, row: &str, peer: &str, times: usize, _: impl FnMut() -> T) {
        self.0.push(Name {
            row: row.to_owned(),
            peer: peer.to_owned(),
            times,
        });
    }
}

/// Does one piece of work, by its place.
#[derive(Debug)]
pub struct Once {
    place: usize,
}

impl Once {
    /// Does the work at this place.
    #[must_use]
    pub fn new(place: usize) -> Self {
        Self { place }
    }
}

impl Meter for Once {
    fn measure<T>(&mut self, _: &str, _: &str, _: usize, mut work: impl FnMut() -> T) {
        if self.place == 0 {
            // What is made at first use is no part of it.
            drop(work());
            drop(black_box(counted_work(work)));
        }
        self.place = self.place.wrapping_sub(1);
    }
}

/// What is counted: valgrind goes by this name.
#[inline(never)]
fn counted_work<T>(mut work: impl FnMut() -> T) -> T {
    work()
}
