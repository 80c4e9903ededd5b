//! Tables of arbitrary entries: whatever the index finds of a text is what a look at every entry finds.

#![no_main]

use arbitrary::Arbitrary;
use kate_errors_core::table::{Accept, Builder, Error, Form, Literals, Lookup, Table};
use kate_errors_core::{Language, json, matching};
use kate_errors_fuzz::forever::lend;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    entries: Vec<Entry>,
    others: Vec<Text>,
}

#[derive(Arbitrary, Debug)]
struct Entry {
    status: bool,
    accepts: bool,
    before: Text,
    after: Option<Text>,
}

#[derive(Arbitrary, Debug)]
enum Text {
    /// Few different characters.
    Few(u16),
    Any(String),
    /// All alike but for a number.
    Numbered(u16),
    /// All alike but for one position, which may be too far from the ends for the tests of the index.
    Long(u8),
}

/// A entry: its status, and the text before its placeholder and behind it, or all of it.
type Said = (u16, String, Option<String>);

fuzz_target!(|input: Input| {
    let entries: Vec<Said> = input.entries.iter().take(64).map(Entry::said).collect();
    let accepts = input.entries.iter().take(64).any(|entry| entry.accepts);
    let mut builder = Builder::new();
    for ((status, before, after), entry) in entries.iter().zip(&input.entries) {
        builder.error(&error(*status, entry.accepts));
        let form = match after {
            Some(after) => Form::Template(before.clone(), vec![(0, after.clone())], true),
            None => Form::Constant(before.clone(), true, true),
        };
        builder.form(&form, "detail");
    }
    let others = input.others.iter().map(Text::write);
    let own = entries.iter().flat_map(|(_, before, after)| match after {
        Some(after) => vec![format!("{before}{after}"), format!("{before}7{after}")],
        None => vec![before.clone(), format!("{before}7")],
    });
    let texts: Vec<String> = own.chain(others).collect();
    let Literals {
        strings,
        words,
        order,
        roots,
    } = builder.finish(entries.len());
    let count = entries.len();
    lend(strings.into_boxed_str(), |strings| {
        lend(words.into_boxed_slice(), |words| {
            let table = Table {
                strings,
                words,
                order,
                roots,
                languages: &[Language::Free],
                errors: count,
                entries: count,
                ..Table::EMPTY
            };
            lend(Box::new(table), |table| {
                written(table, &entries);
                assert_eq!(table.accepts(), accepts);
                for text in &texts {
                    found(table, &entries, text);
                }
            });
        });
    });
});

/// The table has the entries that it was made of.
fn written(table: &'static Table, entries: &[Said]) {
    for (index, (status, before, after)) in entries.iter().enumerate() {
        let entry = table.entry(index);
        assert_eq!((entry.status(), entry.text()), (*status, before.as_str()));
        assert_eq!(entry.constant(), after.is_none().then_some(before.as_str()));
        let body = json::body("detail", before);
        assert_eq!(entry.body(), after.is_none().then_some(body.as_slice()));
        let Some(after) = after else {
            continue;
        };
        assert_eq!(
            (entry.placeholders(), entry.literal(0)),
            (1, after.as_str())
        );
        if let Some(head) = entry.head() {
            let whole = [head, b"7", entry.wrapped(0)].concat();
            assert_eq!(whole, json::body("detail", &format!("{before}7{after}")));
            assert_eq!(entry.literals() + 1, whole.len());
        } else {
            assert!(!json::is_plain(before) || !json::is_plain(after));
        }
    }
}

/// Every entry that says a text is found, in order; and what is said to be lookup_constant is.
fn found(table: &'static Table, entries: &[Said], text: &str) {
    let says = |(_, before, after): &Said| match after {
        Some(after) => {
            let rest = text.strip_prefix(before.as_str());
            rest.is_some_and(|rest| rest.ends_with(after.as_str()))
        }
        None => before == text,
    };
    let saying: Vec<usize> = (0..entries.len())
        .filter(|entry| says(&entries[*entry]))
        .collect();
    let constant = |entry: usize| entries[entry].2.is_none();
    let candidates: Vec<usize> = table.candidates(text).collect();
    assert!(candidates.is_sorted());
    assert!(saying.iter().all(|entry| candidates.contains(entry)));
    for &entry in candidates.iter().filter(|entry| !constant(**entry)) {
        let placeholders = table.entry(entry).read_placeholders::<1>();
        let read = placeholders
            .and_then(|placeholders| matching::read(text, &entries[entry].1, &placeholders));
        assert_eq!(read.is_some(), saying.contains(&entry));
    }
    let bytes = text.as_bytes();
    for status in [404, 409, 400] {
        let own = || {
            saying
                .iter()
                .copied()
                .filter(|entry| entries[*entry].0 == status)
        };
        let lookup_constant = [
            table.lookup_constant(status, bytes),
            table.lookup_constant_among_several(status, bytes),
        ];
        for entry in lookup_constant.into_iter().flatten() {
            assert!(json::is_plain(text) && constant(entry));
            assert_eq!(own().next(), Some(entry));
        }
        if lookup_constant[0].is_none() && table.only_templates_may_match(bytes) {
            assert!(own().all(|entry| !constant(entry)));
        }
    }
    let templates = || saying.iter().copied().filter(|entry| !constant(*entry));
    match table.lookup_template(bytes) {
        Lookup::None => assert_eq!(templates().next(), None),
        Lookup::Entry(only) => {
            assert!(templates().all(|entry| entry == only));
            let status = entries[only].0;
            if saying.contains(&only) && table.is_first_match(only, status) {
                let first = saying.iter().find(|entry| entries[**entry].0 == status);
                assert_eq!(first, Some(&only));
            }
        }
        Lookup::Several => {}
    }
    if let Some(only) = table.lookup_unique_constant(bytes) {
        assert_eq!(saying, [only]);
    }
}

fn error(status: u16, accepts: bool) -> Error {
    Error {
        name: "E".to_owned(),
        cause: String::new(),
        fix: None,
        status,
        accept: Accept::Only(if accepts { vec![400] } else { Vec::new() }),
        lossy: false,
        headers: Vec::new(),
        templates: Vec::new(),
    }
}

impl Entry {
    fn said(&self) -> Said {
        let status = if self.status { 404 } else { 409 };
        let after = self.after.as_ref().map(Text::write);
        (status, self.before.write(), after)
    }
}

impl Text {
    fn write(&self) -> String {
        match self {
            Self::Few(bits) => {
                let length = bits.checked_ilog2().unwrap_or_default();
                let letter = |bit| if bits >> bit & 1 == 1 { 'a' } else { 'b' };
                (0..length).map(letter).collect()
            }
            Self::Any(text) => text.clone(),
            Self::Numbered(n) => format!("Artifact {n} was not found"),
            Self::Long(at) => {
                let at = usize::from(*at);
                format!("{}b{}", "a".repeat(at), "a".repeat(255 - at))
            }
        }
    }
}
