use super::{Accept, Builder, Error, Form, Kind, Literals, SortedForm, Table};
use crate::proof::tables::{self, Finding};
use crate::proof::{Prover, Template};
use crate::{Language, matching};

pub(super) fn error(name: &str, fix: Option<&str>, accept: Accept) -> Error {
    Error {
        name: name.to_owned(),
        cause: format!("cause of {name}"),
        fix: fix.map(str::to_owned),
        status: 404,
        lossy: false,
        accept,
        headers: vec![
            ("www-authenticate".to_owned(), Some("Bearer".to_owned())),
            ("retry-after".to_owned(), None),
        ],
        templates: vec!["{id} is \"lost\"".to_owned(), String::new()],
    }
}

fn table() -> &'static Table {
    let mut builder = Builder::new();
    builder.error(&error("A", Some("mend it"), Accept::Only(vec![409, 422])));
    builder.form(
        &Form::Template(String::new(), vec![(1, " is \"lost\"".to_owned())], true),
        "detail",
    );
    builder.form(&Form::Constant("\"lost\"".to_owned(), true, true), "detail");
    builder.nested(false);
    builder.error(&error("B", None, Accept::Any));
    builder.form(&Form::Format, "detail");
    builder.error(&Error {
        headers: vec![("x".to_owned(), Some(String::new()))],
        ..error("", None, Accept::Any)
    });
    builder.other();
    let languages = &[Language::Free, Language::Bool];
    Box::leak(Box::new(table_of(builder.finish(2), languages, 2, 5)))
}

pub(super) fn table_of(
    literals: Literals,
    languages: &'static [Language],
    errors: usize,
    entries: usize,
) -> Table {
    Table {
        name: "T",
        title: "",
        description: "",
        member: "detail",
        strings: literals.strings.leak(),
        words: literals.words.leak(),
        order: literals.order,
        roots: literals.roots,
        nested: &[],
        languages,
        errors,
        entries,
    }
}

#[test]
fn errors_are_read_as_they_were_built() {
    let errors = [
        error("Gone", Some("mend it"), Accept::Only(vec![409, 422])),
        Error {
            status: 599,
            lossy: true,
            headers: Vec::new(),
            templates: vec!["Lost".to_owned()],
            ..error("Lost", None, Accept::Any)
        },
        Error {
            status: 400,
            headers: vec![("x".to_owned(), Some(String::new()))],
            ..error("Late", Some(""), Accept::Only(Vec::new()))
        },
        Error {
            lossy: true,
            cause: String::new(),
            templates: Vec::new(),
            ..error("Last", None, Accept::Only(vec![599]))
        },
    ];
    let mut builder = Builder::new();
    for error in &errors {
        builder.error(error);
        builder.form(&Form::Format, "detail");
    }
    let table = table_of(builder.finish(4), &[], 4, 4);
    for (index, error) in errors.iter().enumerate() {
        assert_eq!(table.error_name(index), error.name);
        assert_eq!(table.entry_name(index), error.name);
        assert_eq!(table.error_cause(index), error.cause);
        assert_eq!(table.error_fix(index), error.fix.as_deref());
        assert_eq!(table.error_status(index), error.status);
        assert_eq!(table.error_lossy(index), error.lossy);
        assert_eq!(table.error_accepts_any(index), error.accept == Accept::Any);
        let accepted = match &error.accept {
            Accept::Only(accepted) => accepted.clone(),
            Accept::Any => Vec::new(),
        };
        assert_eq!(table.error_accepted(index).collect::<Vec<_>>(), accepted);
        let headers = table.error_headers(index);
        let headers = headers.map(|(name, value)| (name.to_owned(), value.map(str::to_owned)));
        assert_eq!(headers.collect::<Vec<_>>(), error.headers);
        let templates: Vec<_> = table.error_templates(index).collect();
        assert_eq!(templates, error.templates);
    }
}

#[test]
fn entries_are_read_as_they_were_built() {
    let table = table();
    assert_eq!(
        table.error_headers(2).collect::<Vec<_>>(),
        [("x", Some(""))]
    );
    let kinds = [
        Kind::Template,
        Kind::Constant,
        Kind::Nested,
        Kind::EmitOnly,
        Kind::Other,
    ];
    assert_eq!([0, 1, 2, 3, 4].map(|entry| table.entry_kind(entry)), kinds);
    assert_eq!(
        [0, 1, 3, 4].map(|entry| table.entry_error(entry)),
        [0, 0, 1, 2]
    );
    let [template, constant, .., format] = [0, 1, 2, 3].map(|entry| table.entry(entry));
    assert_eq!((constant.text(), constant.status()), ("\"lost\"", 404));
    let body = br#"{"detail":"\"lost\""}"#;
    assert_eq!(constant.body(), Some(body.as_slice()));
    assert_eq!((template.body(), format.body()), (None, None));
    assert_eq!(constant.constant(), Some("\"lost\""));
    assert_eq!((template.constant(), format.constant()), (None, None));
    assert_eq!((constant.placeholders(), format.placeholders()), (0, 0));
    assert!(template.accepts(422) && !template.accepts(404) && format.accepts(404));
    assert!(table.accepts() && table.has_other());
}

#[test]
fn the_parts_of_an_entry_make_up_its_body() {
    let mut builder = Builder::new();
    builder.error(&error("A", None, Accept::Any));
    let placeholders = vec![(0, " of ".to_owned()), (0, String::new())];
    builder.form(
        &Form::Template("Run ".to_owned(), placeholders, true),
        "detail",
    );
    builder.form(
        &Form::Template("\"".to_owned(), vec![(0, "\"".to_owned())], false),
        "detail",
    );
    let table: &Table = Box::leak(Box::new(table_of(
        builder.finish(1),
        &[Language::Free],
        1,
        2,
    )));
    let entry = table.entry(0);
    let pieces: Vec<_> = (0..2)
        .map(|placeholder| entry.wrapped(placeholder))
        .collect();
    assert_eq!(entry.head(), Some(b"{\"detail\":\"Run ".as_slice()));
    assert_eq!(pieces, [b" of ".as_slice(), b"\"}"]);
    assert_eq!(entry.literals(), br#"{"detail":"Run  of "}"#.len());
    let quoted = table.entry(1);
    assert!(quoted.head().is_none() && quoted.text() == "\"");
    assert_eq!((quoted.placeholders(), quoted.literal(0)), (1, "\""));
}

#[test]
fn an_entry_has_the_placeholders_of_its_template() {
    let entry = table().entry(0);
    let placeholders = entry.read_placeholders::<1>();
    let read = placeholders
        .and_then(|placeholders| matching::read("true is \"lost\"", entry.text(), &placeholders));
    assert_eq!(read, Some(["true"]));
    assert!(entry.read_placeholders::<2>().is_none());
}

#[test]
fn an_unknown_kind_is_never_read() {
    assert_eq!(Kind::ALL.map(|kind| Kind::of(kind as u32)), Kind::ALL);
    assert_eq!([5, 6, 7].map(Kind::of), [Kind::EmitOnly; 3]);
    assert_eq!(Kind::of(8 | Kind::Nested as u32), Kind::Nested);
}

#[test]
fn a_name_outside_the_strings_is_empty() {
    let mut builder = Builder::new();
    for name in ["Gone", "Lost"] {
        builder.error(&error(name, None, Accept::Any));
        builder.form(&Form::Format, "detail");
    }
    builder.other();
    let table = table_of(builder.finish(1), &[], 1, 3);
    let end = table.strings.find("Lost").unwrap() + "Lost".len();
    for length in 0..=table.strings.len() {
        let cut = Table {
            strings: &table.strings[..length],
            ..table
        };
        let name = if length < end { "" } else { "Lost" };
        assert_eq!(cut.entry_name(1), name, "{length}");
    }
    let mut nameless = Builder::new();
    nameless.other();
    assert_eq!(table_of(nameless.finish(0), &[], 0, 1).entry_name(0), "");
}

/// The entry, the status and the leading literal of each form, in order.
fn sorted_forms(table: &Table) -> Vec<(usize, u32, &'static str)> {
    let parts = |form: SortedForm| {
        let before = &table.strings[form.before.start..form.before.end];
        (form.entry, form.status, before)
    };
    let forms: Vec<_> = (0..table.sorted_count())
        .map(|index| table.sorted_form(index))
        .collect();
    for form in &forms {
        assert_eq!(parts(table.sorted_form_of(form.entry)), parts(*form));
    }
    forms.into_iter().map(parts).collect()
}

#[test]
fn forms_are_sorted_by_status_and_leading_literal() {
    let constant = |text: &str, read| Form::Constant(text.to_owned(), read, true);
    let template = |text: &str, read| {
        let placeholders = vec![(3, " of ".to_owned()), (0, ".".to_owned())];
        Form::Template(text.to_owned(), placeholders, read)
    };
    let mut builder = Builder::new();
    builder.error(&Error {
        status: 409,
        ..error("A", None, Accept::Any)
    });
    builder.form(&constant("b", true), "detail");
    builder.nested(false);
    builder.error(&error("B", None, Accept::Any));
    for form in [
        template("b ", true),
        constant("a", true),
        constant("c", false),
    ] {
        builder.form(&form, "detail");
    }
    builder.form(&template("d", false), "detail");
    builder.form(&Form::Format, "detail");
    builder.other();
    let [free, char, float, bool] = [
        Language::Free,
        Language::Char,
        Language::Float,
        Language::Bool,
    ];
    let languages = Box::leak(Box::new([free, char, float, bool]));
    let table: &Table = Box::leak(Box::new(table_of(builder.finish(2), languages, 2, 8)));
    let placeholders = table.entry(2).read_placeholders::<2>().unwrap();
    assert_eq!(
        placeholders.map(|placeholder| *placeholder.language),
        [bool, free]
    );
    assert_eq!(
        sorted_forms(table),
        [(3, 404, "a"), (2, 404, "b "), (4, 404, "c"), (0, 409, "b")]
    );
    let languages = [0, 2, 3].map(|entry| table.first_language(entry));
    assert_eq!(languages, [None, Some(3), None]);
    for (entry, text, expected) in [
        (2, "b true of any.", true),
        (2, "b 7 of any.", false),
        (2, "b ", false),
        (4, "c", true),
        (4, "c.", false),
    ] {
        let pattern = table.entry_pattern(&table.sorted_form_of(entry)).unwrap();
        let one = Template::new(text, []);
        let met = Prover::default().meet(&pattern, &one.pattern().unwrap());
        assert_eq!(met, Ok(expected.then(|| text.to_owned())));
    }
}

#[test]
fn accepts_and_has_other_include_nested_types() {
    let leaked = |builder: Builder, errors, entries| -> &'static Table {
        Box::leak(Box::new(table_of(
            builder.finish(errors),
            &[],
            errors,
            entries,
        )))
    };
    let asked = |table: &Table| [table.accepts(), table.has_other()];
    // The table of a generic type is not known.
    for (generic, expected) in [
        (&[][..], false),
        (&[false, false], false),
        (&[true, false], true),
        (&[false, true], true),
    ] {
        let mut builder = Builder::new();
        for generic in generic {
            builder.nested(*generic);
        }
        let table = leaked(builder, 0, generic.len());
        assert_eq!(asked(table), [expected; 2], "{generic:?}");
    }
    let mut accepting = Builder::new();
    accepting.error(&error("A", None, Accept::Only(vec![409])));
    accepting.error(&error("B", None, Accept::Only(Vec::new())));
    let mut other = Builder::new();
    other.error(&error("A", None, Accept::Only(Vec::new())));
    other.other();
    let (accepting, other) = (leaked(accepting, 2, 0), leaked(other, 0, 1));
    assert_eq!(asked(accepting), [true, false]);
    assert_eq!(asked(other), [false, true]);
    let nested: [&'static [&'static Table]; 2] = [Box::leak(Box::new([accepting, other])), &[]];
    let [outer, alone] = nested.map(|nested| Table {
        nested,
        ..Table::EMPTY
    });
    let outermost = Table {
        nested: Box::leak(Box::new([&*Box::leak(Box::new(outer))])),
        ..Table::EMPTY
    };
    assert_eq!([asked(&outer), asked(&alone)], [[true; 2], [false; 2]]);
    assert_eq!(asked(&outermost), [true; 2]);
}

#[test]
fn only_forms_that_may_meet_count_towards_the_limit() {
    let table = |texts: &[String], nested: &'static [&'static Table]| -> &'static Table {
        let mut builder = Builder::new();
        for text in texts {
            builder.error(&error("E", None, Accept::Only(Vec::new())));
            let placeholders = vec![(0, text.clone())];
            builder.form(
                &Form::Template("Run ".to_owned(), placeholders, true),
                "detail",
            );
        }
        for _ in nested {
            builder.nested(false);
        }
        let literals = builder.finish(texts.len());
        let table = table_of(
            literals,
            &[Language::Bool],
            texts.len(),
            texts.len() + nested.len(),
        );
        Box::leak(Box::new(Table { nested, ..table }))
    };
    let many: Vec<_> = (0..300).map(|n| format!(" is w{n}")).collect();
    let nested: &'static [_] = Box::leak(Box::new([table(&many, &[])]));
    let found = |own: &[String]| tables::nested(table(own, nested), 0, own.len(), false).0;
    assert!(matches!(found(&[]), Finding::Apart));
    let few = |count: usize| many[..count].iter().map(|text| format!("{text} too"));
    assert!(matches!(found(&few(2).collect::<Vec<_>>()), Finding::Apart));
    assert!(matches!(
        found(&few(300).collect::<Vec<_>>()),
        Finding::TooMany(_)
    ));
    assert!(matches!(found(&many[..2]), Finding::Meet(..)));
}
