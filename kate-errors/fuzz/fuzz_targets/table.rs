//! Tables of arbitrary forms: the index finds what a look at every form finds.

#![no_main]

use arbitrary::Arbitrary;
use kate_errors_core::matching::{self, Placeholder};
use kate_errors_core::table::{
    Body, FormEntry, FormKind, Index, IndexParts, Read, Table, body_of_constant, body_of_template,
    sort,
};
use kate_errors_core::{Language, json};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    forms: Vec<Form>,
    others: Vec<Text>,
}

/// A form with at most one placeholder.
#[derive(Arbitrary, Debug)]
struct Form {
    status: bool,
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
    /// All alike but for one position.
    Long(u8),
}

/// A form's status, and its literals.
struct Drawn {
    status: u16,
    before: String,
    after: Option<String>,
}

impl Drawn {
    fn matches(&self, text: &str) -> bool {
        match &self.after {
            Some(after) => {
                let rest = text.strip_prefix(self.before.as_str());
                rest.is_some_and(|rest| rest.ends_with(after.as_str()))
            }
            None => self.before == text,
        }
    }

    /// Details that the form has, and some that are nearly so.
    fn texts(&self) -> [String; 2] {
        let after = self.after.as_deref().unwrap_or_default();
        [
            format!("{}{after}", self.before),
            format!("{}7{after}", self.before),
        ]
    }
}

fuzz_target!(|input: Input| {
    let drawn: Vec<Drawn> = input.forms.iter().take(64).map(Form::draw).collect();
    let placeholders: Vec<Vec<Placeholder<'_>>> = drawn.iter().map(placeholders).collect();
    let bodies: Vec<Option<(String, String)>> = drawn
        .iter()
        .zip(&placeholders)
        .map(|(drawn, placeholders)| body(drawn, placeholders))
        .collect();
    let forms: Vec<FormEntry<'_>> = drawn
        .iter()
        .zip(&placeholders)
        .zip(&bodies)
        .map(|((drawn, placeholders), body)| entry(drawn, placeholders, body.as_ref()))
        .collect();
    let parts = IndexParts::of(&forms);
    let constants: Vec<_> = parts.constants.iter().map(Vec::as_slice).collect();
    let table = Table {
        forms: &forms,
        index: Index {
            constants: &constants,
            by_start: &parts.by_start,
            by_end: &parts.by_end,
        },
        ..Table::EMPTY
    };
    in_order(&forms);
    let own = drawn.iter().flat_map(Drawn::texts);
    for text in own.chain(input.others.iter().map(Text::write)) {
        found(&table, &drawn, &text);
    }
});

fn placeholders(drawn: &Drawn) -> Vec<Placeholder<'_>> {
    let after = drawn.after.iter();
    let placeholder = |after| Placeholder {
        language: &Language::Free,
        after,
    };
    after.map(|after| placeholder(after.as_str())).collect()
}

/// The parts of a body make the body.
fn body(drawn: &Drawn, placeholders: &[Placeholder<'_>]) -> Option<(String, String)> {
    let Some(after) = &drawn.after else {
        let whole = body_of_constant("detail", &drawn.before);
        assert_eq!(whole.as_bytes(), json::body("detail", &drawn.before));
        return Some((whole, String::new()));
    };
    let body = body_of_template("detail", &drawn.before, placeholders);
    if let Some((start, end)) = &body {
        let whole = format!("{start}7{end}");
        let detail = format!("{}7{after}", drawn.before);
        assert_eq!(whole.as_bytes(), json::body("detail", &detail));
        let literals = Body { start, end }.literals(placeholders);
        assert_eq!(literals + 1, whole.len());
    } else {
        assert!(!json::is_plain(&drawn.before) || !json::is_plain(after));
    }
    body
}

fn entry<'a>(
    drawn: &'a Drawn,
    placeholders: &'a [Placeholder<'a>],
    body: Option<&'a (String, String)>,
) -> FormEntry<'a> {
    FormEntry {
        error: 0,
        status: drawn.status,
        detail: "",
        kind: if placeholders.is_empty() {
            FormKind::Constant
        } else {
            FormKind::Template
        },
        leading: &drawn.before,
        placeholders,
        body: body.map(|(start, end)| Body { start, end }),
        read: Read::InOrder,
        written: true,
        spelled: true,
    }
}

/// The proof's order: by status, then by literals.
fn in_order(forms: &[FormEntry<'_>]) {
    let sorted = sort(forms);
    assert_eq!(sorted.len(), forms.len());
    let key = |form: usize| {
        (
            forms[form].status,
            forms[form].leading,
            forms[form].trailing(),
        )
    };
    assert!(sorted.is_sorted_by_key(|&form| {
        let (status, leading, trailing) = key(form);
        let placeholders = forms[form].placeholders.len();
        (status, leading, placeholders, trailing)
    }));
}

/// Every form that matches a text is a candidate, constants in order; and a constant that is a candidate matches.
fn found(table: &Table<'_>, drawn: &[Drawn], text: &str) {
    let bytes = text.as_bytes();
    let candidates: Vec<usize> = table.candidates(bytes).collect();
    for (form, drawn) in drawn.iter().enumerate() {
        let is_candidate = candidates.contains(&form);
        assert!(!drawn.matches(text) || is_candidate, "{text:?}");
        if drawn.after.is_none() {
            assert_eq!(drawn.matches(text), is_candidate, "{text:?}");
        } else {
            let placeholder = table.forms[form].placeholders[0];
            let read = matching::read(text, &drawn.before, &[placeholder]);
            assert_eq!(read.is_some(), drawn.matches(text));
        }
    }
    assert!(table.constants(bytes).is_sorted());
    let mut unique = candidates.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), candidates.len(), "no form is found twice");
}

impl Form {
    fn draw(&self) -> Drawn {
        Drawn {
            status: if self.status { 404 } else { 409 },
            before: self.before.write(),
            after: self.after.as_ref().map(Text::write),
        }
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
