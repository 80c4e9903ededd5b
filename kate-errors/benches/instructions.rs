//! Counts the instructions of each piece of work, by valgrind.

#![allow(missing_docs, reason = "what gungraun generates has none")]

use benches::{Names, Once};
use gungraun::{Callgrind, EntryPoint, LibraryBenchmarkConfig};
use gungraun::{library_benchmark, library_benchmark_group, main};

fn places() -> std::ops::Range<usize> {
    let mut names = Names::default();
    benches::measure(&mut names);
    0..names.0.len()
}

#[library_benchmark]
#[benches::at(iter = places())]
fn work(place: usize) {
    benches::measure(&mut Once::new(place));
}

library_benchmark_group!(name = all, benchmarks = [work]);

main!(
    config = LibraryBenchmarkConfig::default().tool(
        Callgrind::with_args(["--cache-sim=no"])
            .entry_point(EntryPoint::Custom("*counted_work*".to_owned()))
    ),
    library_benchmark_groups = all
);
