//! Fields whose language is not what their type says at first sight.

use kate_errors::{Body, KateError};

trait Made {
    type Out;
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum OfItself {
    #[detail("a {x}{y}")]
    A { x: <Self as Made>::Out, y: char },
}

impl Made for OfItself {
    type Out = u8;
}

#[test]
fn a_type_may_be_named_by_way_of_self() {
    assert_eq!("a 12x".parse(), Ok(OfItself::A { x: 12, y: 'x' }));
    assert!("a 300x".parse::<OfItself>().is_err());
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum OfItselfGeneric<T> {
    #[detail("a {x}")]
    A {
        x: <Self as Made>::Out,
        #[kate(skip)]
        t: Option<T>,
    },
}

impl<T> Made for OfItselfGeneric<T> {
    type Out = u16;
}

#[test]
fn a_generic_type_may_be_named_by_way_of_self() {
    assert_eq!(
        "a 12".parse(),
        Ok(OfItselfGeneric::<String>::A { x: 12, t: None })
    );
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
#[detail("n {n}")]
struct Signed {
    #[kate(chars = "0-9+")]
    n: u64,
}

#[test]
fn characters_of_the_fields_own_do_not_let_in_what_the_type_never_prints() {
    assert_eq!("n 7".parse(), Ok(Signed { n: 7 }));
    for text in ["n +7", "n 007", "n "] {
        assert!(text.parse::<Signed>().is_err(), "{text}");
    }
}

#[derive(Debug, KateError)]
#[status(400)]
#[detail("inner")]
#[kate(member = "error", emit_only)]
struct Inner;

#[derive(Debug, KateError)]
enum Outer {
    #[kate(transparent, emit_only)]
    Inner(Inner),
}

#[test]
fn a_nested_text_is_serialized_in_its_own_member() {
    let error = Outer::Inner(Inner);
    assert_eq!(error.body(), r#"{"error":"inner"}"#);
    let serialized = serde_json::to_string(&Body(error));
    assert_eq!(serialized.ok().as_deref(), Some(r#"{"error":"inner"}"#));
}
