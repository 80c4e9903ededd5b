use super::{Accept, Builder, Error, Form, Kind, Table};
use crate::{Language, matching};

fn error(name: &str, fix: Option<&str>, accept: Accept) -> Error {
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

fn table() -> Table {
    let mut builder = Builder::new();
    builder.error(&error("A", Some("mend it"), Accept::Only(vec![409, 422])));
    builder.form(
        &Form::Template(String::new(), vec![(1, " is \"lost\"".to_owned())]),
        "detail",
    );
    builder.form(&Form::Constant("\"lost\"".to_owned(), true), "detail");
    builder.plain(Kind::Nested);
    builder.error(&error("B", None, Accept::Any));
    builder.form(&Form::EmitOnly, "detail");
    builder.error(&Error {
        headers: vec![("x".to_owned(), Some(String::new()))],
        ..error("", None, Accept::Any)
    });
    builder.plain(Kind::Other);
    let literals = builder.finish(2);
    Table {
        name: "T",
        title: "",
        text: "",
        member: "detail",
        strings: literals.strings.leak(),
        words: literals.words.leak(),
        order: literals.order,
        nested: &[],
        languages: &[Language::Free, Language::Bool],
        errors: 2,
        rows: 5,
    }
}

#[test]
fn what_was_built_is_read() {
    let table = table();
    assert_eq!(
        (table.error_name(0), table.error_cause(1)),
        ("A", "cause of B")
    );
    assert_eq!(
        (table.error_fix(0), table.error_fix(1)),
        (Some("mend it"), None)
    );
    assert_eq!(
        (
            table.error_status(0),
            table.error_accepts_any(0),
            table.error_accepts_any(1)
        ),
        (404, false, true)
    );
    assert_eq!(table.error_accepted(0).collect::<Vec<_>>(), [409, 422]);
    assert_eq!(table.error_accepted(1).count(), 0);
    let headers: Vec<_> = table.error_headers(1).collect();
    assert_eq!(
        headers,
        [("www-authenticate", Some("Bearer")), ("retry-after", None)]
    );
    assert_eq!(
        table.error_headers(2).collect::<Vec<_>>(),
        [("x", Some(""))]
    );
    assert_eq!(
        table.error_templates(0).collect::<Vec<_>>(),
        ["{id} is \"lost\"", ""]
    );
    let kinds = [
        Kind::Template,
        Kind::Constant,
        Kind::Nested,
        Kind::EmitOnly,
        Kind::Other,
    ];
    assert_eq!([0, 1, 2, 3, 4].map(|row| table.row_kind(row)), kinds);
    assert_eq!([0, 1, 3, 4].map(|row| table.row_error(row)), [0, 0, 1, 2]);
    assert_eq!(
        (table.row_text(1), table.row_body(1)),
        ("\"lost\"", Some(r#"{"detail":"\"lost\""}"#))
    );
    assert_eq!((table.row_body(0), table.row_body(3)), (None, None));
}

#[test]
fn the_slots_of_a_row_are_those_of_its_template() {
    let table = table();
    let slots = table.row_slots::<1>(0);
    let read =
        slots.and_then(|slots| matching::read("true is \"lost\"", table.row_text(0), &slots));
    assert_eq!(read, Some(["true"]));
    assert!(table.row_slots::<2>(0).is_none());
}
