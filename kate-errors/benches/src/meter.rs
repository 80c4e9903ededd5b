//! What is done with the work: it is counted, timed, or only named.

use std::hint::black_box;

/// Gets all work, one piece after the other.
pub trait Meter {
    /// A piece of work of a peer, with the row of the table that it is for. A call does it `times` times. Its result is dropped after the
    /// measurement.
    fn measure<T>(&mut self, row: &str, peer: &str, times: usize, work: impl FnMut() -> T);
}

/// Collects the names of all work.
#[derive(Debug, Default)]
pub struct Names(pub Vec<Name>);

/// The name of a piece of work.
#[derive(Clone, Debug)]
pub struct Name {
    /// The row of the table.
    pub row: String,
    /// The peer.
    pub peer: String,
    /// How often a call does it.
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

/// Does one piece of work, by its index.
#[derive(Debug)]
pub struct Once {
    index: usize,
}

impl Once {
    /// Does the work with this index.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self { index }
    }
}

impl Meter for Once {
    fn measure<T>(&mut self, _: &str, _: &str, _: usize, mut work: impl FnMut() -> T) {
        if self.index == 0 {
            // The first call initializes what is lazy, so it is not counted.
            drop(work());
            drop(black_box(counted_work(work)));
        }
        self.index = self.index.wrapping_sub(1);
    }
}

/// The instructions of this function are counted: valgrind knows it by its name.
#[inline(never)]
fn counted_work<T>(mut work: impl FnMut() -> T) -> T {
    work()
}
