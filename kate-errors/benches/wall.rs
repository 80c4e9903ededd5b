//! Measures the same work by the clock.

use std::sync::LazyLock;

use benches::{Meter, Name, Names};
use divan::Bencher;
use divan::counter::ItemsCount;

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names = Names::default();
    benches::measure(&mut names);
    names.0
});

fn main() {
    divan::main();
}

fn labels() -> impl Iterator<Item = String> {
    NAMES
        .iter()
        .map(|name| format!("{}: {}", name.row, name.peer))
}

#[divan::bench(args = labels())]
fn work(bencher: Bencher<'_, '_>, label: &String) {
    benches::measure(&mut Clock {
        bencher: Some(bencher),
        label,
    });
}

struct Clock<'a, 'b, 'c> {
    bencher: Option<Bencher<'a, 'b>>,
    label: &'c str,
}

impl Meter for Clock<'_, '_, '_> {
    fn measure<T>(&mut self, row: &str, peer: &str, times: usize, work: impl FnMut() -> T) {
        if self.label == format!("{row}: {peer}")
            && let Some(bencher) = self.bencher.take()
        {
            bencher.counter(ItemsCount::new(times)).bench_local(work);
        }
    }
}
