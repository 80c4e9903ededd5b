use proptest::prelude::*;

use super::{
    Accept, Body, FormEntry, FormKind, Index, IndexParts, Read, Table, body_of_constant,
    body_of_template, sort,
};
use crate::Language;
use crate::matching::{self, Placeholder};

/// A form; `_` in the detail is a placeholder for any text.
struct Drawn<'a> {
    detail: &'a str,
    leading: &'a str,
    placeholders: Vec<Placeholder<'a>>,
}

impl<'a> Drawn<'a> {
    fn new(detail: &'a str) -> Self {
        let mut literals = detail.split('_');
        let leading = literals.next().unwrap_or_default();
        let placeholder = |after| Placeholder {
            language: &Language::Free,
            after,
        };
        Self {
            detail,
            leading,
            placeholders: literals.map(placeholder).collect(),
        }
    }

    fn entry(&self, status: u16) -> FormEntry<'_> {
        FormEntry {
            error: 0,
            status,
            detail: self.detail,
            kind: if self.placeholders.is_empty() {
                FormKind::Constant
            } else {
                FormKind::Template
            },
            leading: self.leading,
            placeholders: &self.placeholders,
            body: None,
            read: Read::InOrder,
            written: true,
            spelled: true,
        }
    }

    fn matches(&self, text: &str) -> bool {
        match &self.placeholders[..] {
            [] => text == self.leading,
            [one] => matching::read(text, self.leading, &[*one]).is_some(),
            [one, two] => matching::read(text, self.leading, &[*one, *two]).is_some(),
            _ => unreachable!("the expressions draw no more"),
        }
    }
}

/// The candidates for a text, sorted.
fn candidates(forms: &[FormEntry<'_>], text: &str) -> Vec<usize> {
    let mut found = with_index(forms, |table| {
        table.candidates(text.as_bytes()).collect::<Vec<_>>()
    });
    found.sort_unstable();
    found
}

/// Calls the function with a table of these forms.
fn with_index<T>(forms: &[FormEntry<'_>], f: impl FnOnce(&Table<'_>) -> T) -> T {
    let parts = IndexParts::of(forms);
    let constants: Vec<_> = parts.constants.iter().map(Vec::as_slice).collect();
    f(&Table {
        forms,
        index: Index {
            constants: &constants,
            by_start: &parts.by_start,
            by_end: &parts.by_end,
        },
        ..Table::EMPTY
    })
}

fn check(details: &[String], texts: &[String]) {
    let drawn: Vec<_> = details.iter().map(|detail| Drawn::new(detail)).collect();
    let forms: Vec<_> = drawn.iter().map(|drawn| drawn.entry(404)).collect();
    for text in texts {
        let found = candidates(&forms, text);
        for (form, drawn) in drawn.iter().enumerate() {
            let is_candidate = found.contains(&form);
            assert!(
                !drawn.matches(text) || is_candidate,
                "{text:?}: {}",
                drawn.detail
            );
            let begins = text.starts_with(drawn.leading) && text.ends_with(forms[form].trailing());
            let constant = forms[form].kind == FormKind::Constant;
            let one_end = text.starts_with(drawn.leading) && (!drawn.leading.is_empty() || begins);
            assert!(
                !is_candidate
                    || if constant {
                        drawn.matches(text)
                    } else {
                        one_end
                    }
            );
        }
        assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 2 } else { 2000 }))]

    #[test]
    fn every_form_that_matches_is_a_candidate(
        details in prop::collection::vec("[ab]{0,12}|[ab]{0,4}_[ab]{0,4}(_[ab]{0,2})?|Run [a-c]{1,30}|é{0,9}_é{0,3}", 1..24),
        others in prop::collection::vec("[ab]{0,12}|Run [a-c]{1,30}|é{0,12}", 8),
    ) {
        let own = details.iter().map(|detail| detail.replace('_', "x"));
        let bare = details.iter().map(|detail| detail.replace('_', ""));
        let texts: Vec<_> = own.chain(bare).chain(others).collect();
        check(&details, &texts);
    }
}

#[test]
fn a_thousand_constants_are_each_the_only_candidate() {
    let [many, length] = if cfg!(miri) { [20, 10] } else { [1000, 90] };
    let numbered: Vec<_> = (0..many)
        .map(|n| format!("Artifact {n:04} was not found"))
        .collect();
    let long: Vec<_> = (0..length)
        .map(|n| format!("{}b{}", "a".repeat(n), "a".repeat(length - 1 - n)))
        .collect();
    for details in [numbered, long] {
        let drawn: Vec<_> = details.iter().map(|detail| Drawn::new(detail)).collect();
        let forms: Vec<_> = drawn.iter().map(|drawn| drawn.entry(404)).collect();
        with_index(&forms, |table| {
            for (form, detail) in details.iter().enumerate() {
                let found: Vec<_> = table.candidates(detail.as_bytes()).collect();
                assert_eq!(found, [form], "{detail}");
            }
        });
    }
}

#[test]
fn constants_with_one_detail_are_found_in_order() {
    let drawn = ["Gone", "Lost", "Gone", "Gone"].map(Drawn::new);
    let forms: Vec<_> = drawn.iter().map(|drawn| drawn.entry(404)).collect();
    with_index(&forms, |table| {
        assert_eq!(table.constants(b"Gone").collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(table.constants(b"").next(), None);
    });
}

#[test]
fn forms_that_are_not_read_are_no_candidates() {
    let drawn = ["Gone", "Run _"].map(Drawn::new);
    let never = |drawn| FormEntry {
        read: Read::Never,
        ..Drawn::entry(drawn, 404)
    };
    let forms: Vec<_> = drawn.iter().map(never).collect();
    assert_eq!(candidates(&forms, "Gone"), []);
    assert_eq!(candidates(&forms, "Run 7"), []);
}

#[test]
fn the_parts_of_a_template_make_its_body() {
    let placeholder = |after| Placeholder {
        language: &Language::Free,
        after,
    };
    let placeholders = [placeholder(" of "), placeholder(".")];
    let (start, end) = body_of_template("detail", "Run ", &placeholders).unwrap();
    assert_eq!((&*start, &*end), ("{\"detail\":\"Run ", ".\"}"));
    let body = Body {
        start: &start,
        end: &end,
    };
    let whole = "{\"detail\":\"Run  of .\"}";
    assert_eq!(body.literals(&placeholders), whole.len());
    assert_eq!(body_of_template("detail", "\"", &placeholders), None);
    assert_eq!(body_of_template("detail", "", &[placeholder("\n")]), None);
    assert_eq!(body_of_constant("detail", "\""), r#"{"detail":"\""}"#);
}

#[test]
fn the_proof_compares_forms_by_status_and_literals() {
    let drawn = ["b", "b _ of _.", "a", "b _", "a _ z", "a _ b"].map(Drawn::new);
    let statuses = [409, 404, 404, 404, 404, 404];
    let mut forms: Vec<_> = drawn
        .iter()
        .zip(statuses)
        .map(|(drawn, status)| drawn.entry(status))
        .collect();
    assert_eq!(sort(&forms), [2, 5, 4, 3, 1, 0]);
    // A constant that is never read is compared; such a template is not.
    forms[2].read = Read::Never;
    forms[3].read = Read::Never;
    assert_eq!(sort(&forms), [2, 5, 4, 1, 0]);
    forms[2].kind = FormKind::Format;
    assert_eq!(sort(&forms), [5, 4, 1, 0]);
}

#[test]
fn an_error_accepts_the_statuses_that_it_lists() {
    assert!(Accept::Any.contains(599));
    assert!(Accept::Only(&[409, 422]).contains(422));
    assert!(!Accept::Only(&[409, 422]).contains(404));
}
