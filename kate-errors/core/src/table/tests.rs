use super::{Accept, Builder, Error, Form, Kind, Literals, Table};
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
    rows: usize,
) -> Table {
    Table {
        name: "T",
        title: "",
        text: "",
        member: "detail",
        strings: literals.strings.leak(),
        words: literals.words.leak(),
        order: literals.order,
        roots: literals.roots,
        nested: &[],
        languages,
        errors,
        rows,
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
    let [template, constant, .., format] = [0, 1, 2, 3].map(|row| table.row(row));
    assert_eq!((constant.text(), constant.status()), ("\"lost\"", 404));
    let body = br#"{"detail":"\"lost\""}"#;
    assert_eq!(constant.body(), Some(body.as_slice()));
    assert_eq!((template.body(), format.body()), (None, None));
    assert!(template.accepts(422) && !template.accepts(404) && format.accepts(404));
    assert!(table.accepts() && table.has_other());
}

#[test]
fn the_pieces_of_a_row_make_its_body() {
    let mut builder = Builder::new();
    builder.error(&error("A", None, Accept::Any));
    let slots = vec![(0, " of ".to_owned()), (0, String::new())];
    builder.form(&Form::Template("Run ".to_owned(), slots, true), "detail");
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
    let row = table.row(0);
    let pieces: Vec<_> = (0..2).map(|slot| row.wrapped(slot)).collect();
    assert_eq!(row.head(), Some(b"{\"detail\":\"Run ".as_slice()));
    assert_eq!(pieces, [b" of ".as_slice(), b"\"}"]);
    assert_eq!(row.literals(), br#"{"detail":"Run  of "}"#.len());
    let quoted = table.row(1);
    assert!(quoted.head().is_none() && quoted.text() == "\"");
    assert_eq!((quoted.slots(), quoted.literal(0)), (1, "\""));
}

#[test]
fn the_slots_of_a_row_are_those_of_its_template() {
    let row = table().row(0);
    let slots = row.read_slots::<1>();
    let read = slots.and_then(|slots| matching::read("true is \"lost\"", row.text(), &slots));
    assert_eq!(read, Some(["true"]));
    assert!(row.read_slots::<2>().is_none());
}
