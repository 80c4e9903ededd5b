//! Counts the instructions of each piece of work, with valgrind.

#![allow(
    missing_docs,
    reason = "the items that gungraun generates have no docs"
)]

use benches::{Names, Once};
use gungraun::{Callgrind, EntryPoint, LibraryBenchmarkConfig};
use gungraun::{library_benchmark, library_benchmark_group, main};

fn indices() -> std::ops::Range<usize> {
    let mut names = Names::default();
    benches::measure(&mut names);
    0..names.0.len()
}

#[library_benchmark]
#[benches::at(iter = indices())]
fn work(index: usize) {
    benches::measure(&mut Once::new(index));
}

library_benchmark_group!(name = all, benchmarks = [work]);

main!(
    config = LibraryBenchmarkConfig::default().tool(
        Callgrind::with_args(["--cache-sim=no"])
            .entry_point(EntryPoint::Custom("*counted_work*".to_owned()))
    ),
    library_benchmark_groups = all
);
