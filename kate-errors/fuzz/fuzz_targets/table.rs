//! Tables of arbitrary rows: whatever the index finds of a text is what a look at every row finds.

#![no_main]

use arbitrary::Arbitrary;
use kate_errors_core::table::{Accept, Builder, Error, Form, Literals, Near, Table};
use kate_errors_core::{Language, json, matching};
use kate_errors_fuzz::forever::lend;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    rows: Vec<Row>,
    others: Vec<Text>,
}

#[derive(Arbitrary, Debug)]
struct Row {
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
    /// All alike but for a place, as far as tests look and farther.
    Long(u8),
}

/// A row: its status, and the text before its placeholder and behind it, or all of it.
type Said = (u16, String, Option<String>);

fuzz_target!(|input: Input| {
    let rows: Vec<Said> = input.rows.iter().take(64).map(Row::said).collect();
    let accepts = input.rows.iter().take(64).any(|row| row.accepts);
    let mut builder = Builder::new();
    for ((status, before, after), row) in rows.iter().zip(&input.rows) {
        builder.error(&error(*status, row.accepts));
        let form = match after {
            Some(after) => Form::Template(before.clone(), vec![(0, after.clone())], true),
            None => Form::Constant(before.clone(), true, true),
        };
        builder.form(&form, "detail");
    }
    let others = input.others.iter().map(Text::write);
    let own = rows.iter().flat_map(|(_, before, after)| match after {
        Some(after) => vec![format!("{before}{after}"), format!("{before}7{after}")],
        None => vec![before.clone(), format!("{before}7")],
    });
    let texts: Vec<String> = own.chain(others).collect();
    let Literals {
        strings,
        words,
        order,
        roots,
    } = builder.finish(rows.len());
    let count = rows.len();
    lend(strings.into_boxed_str(), |strings| {
        lend(words.into_boxed_slice(), |words| {
            let table = Table {
                strings,
                words,
                order,
                roots,
                languages: &[Language::Free],
                errors: count,
                rows: count,
                ..Table::EMPTY
            };
            lend(Box::new(table), |table| {
                written(table, &rows);
                assert_eq!(table.accepts(), accepts);
                for text in &texts {
                    found(table, &rows, text);
                }
            });
        });
    });
});

/// The table has the rows that it was made of.
fn written(table: &'static Table, rows: &[Said]) {
    for (index, (status, before, after)) in rows.iter().enumerate() {
        let row = table.row(index);
        assert_eq!((row.status(), row.text()), (*status, before.as_str()));
        assert_eq!(row.constant(), after.is_none().then_some(before.as_str()));
        let body = json::body("detail", before);
        assert_eq!(row.body(), after.is_none().then_some(body.as_slice()));
        let Some(after) = after else {
            continue;
        };
        assert_eq!((row.slots(), row.literal(0)), (1, after.as_str()));
        if let Some(head) = row.head() {
            let whole = [head, b"7", row.wrapped(0)].concat();
            assert_eq!(whole, json::body("detail", &format!("{before}7{after}")));
            assert_eq!(row.literals() + 1, whole.len());
        } else {
            assert!(!json::is_plain(before) || !json::is_plain(after));
        }
    }
}

/// Every row that says a text is found, in order; and what is said to be certain is.
fn found(table: &'static Table, rows: &[Said], text: &str) {
    let says = |(_, before, after): &Said| match after {
        Some(after) => {
            let rest = text.strip_prefix(before.as_str());
            rest.is_some_and(|rest| rest.ends_with(after.as_str()))
        }
        None => before == text,
    };
    let saying: Vec<usize> = (0..rows.len()).filter(|row| says(&rows[*row])).collect();
    let constant = |row: usize| rows[row].2.is_none();
    let candidates: Vec<usize> = table.candidates(text).collect();
    assert!(candidates.is_sorted());
    assert!(saying.iter().all(|row| candidates.contains(row)));
    for &row in candidates.iter().filter(|row| !constant(**row)) {
        let slots = table.row(row).read_slots::<1>();
        let read = slots.and_then(|slots| matching::read(text, &rows[row].1, &slots));
        assert_eq!(read.is_some(), saying.contains(&row));
    }
    let bytes = text.as_bytes();
    for status in [404, 409, 400] {
        let own = || saying.iter().copied().filter(|row| rows[*row].0 == status);
        let certain = [table.certain(status, bytes), table.far(status, bytes)];
        for row in certain.into_iter().flatten() {
            assert!(json::is_plain(text) && constant(row));
            assert_eq!(own().next(), Some(row));
        }
        if certain[0].is_none() && table.templates_alone(bytes) {
            assert!(own().all(|row| !constant(row)));
        }
    }
    let templates = || saying.iter().copied().filter(|row| !constant(*row));
    match table.template(bytes) {
        Near::Nothing => assert_eq!(templates().next(), None),
        Near::Row(only) => {
            assert!(templates().all(|row| row == only));
            let status = rows[only].0;
            if saying.contains(&only) && table.is_first(only, status) {
                let first = saying.iter().find(|row| rows[**row].0 == status);
                assert_eq!(first, Some(&only));
            }
        }
        Near::More => {}
    }
    if let Some(only) = table.only(bytes) {
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

impl Row {
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
