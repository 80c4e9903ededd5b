//! Trait objects and pointers as sources: all types that thiserror takes.

use std::borrow::Cow;
use std::error::Error;
use std::num::ParseIntError;
use std::panic::UnwindSafe;
use std::rc::Rc;
use std::sync::Arc;

use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
enum Objects {
    #[detail("Plain")]
    Plain(#[source] Box<dyn Error>),
    #[detail("Send")]
    Send(#[source] Box<dyn Error + Send>),
    #[detail("Sync")]
    Sync(#[source] Box<dyn Error + Send + Sync>),
    #[detail("Unwind")]
    Unwind(#[source] Box<dyn Error + Send + Sync + UnwindSafe>),
    #[detail("Shared")]
    Shared(#[source] Arc<dyn Error + Send + Sync>),
    #[detail("Optional")]
    Optional(#[source] Option<Box<dyn Error + Send + Sync + UnwindSafe>>),
}

fn number() -> ParseIntError {
    "x".parse::<u8>().unwrap_err()
}

#[test]
fn a_trait_object_is_a_source() {
    for error in [
        Objects::Plain(Box::new(number())),
        Objects::Send(Box::new(number())),
        Objects::Sync(Box::new(number())),
        Objects::Unwind(Box::new(number())),
        Objects::Optional(Some(Box::new(number()))),
    ] {
        assert!(error.source().unwrap().is::<ParseIntError>(), "{error}");
    }
    let shared = Objects::Shared(Arc::new(number()));
    assert_eq!(shared.source().unwrap().to_string(), number().to_string());
}

#[derive(Debug, KateError)]
#[status(500)]
enum Pointers {
    #[detail("Boxed")]
    Boxed(#[source] Box<ParseIntError>),
    #[detail("Shared")]
    Shared(#[source] Arc<ParseIntError>),
    #[detail("Counted")]
    Counted(#[source] Rc<ParseIntError>),
    #[detail("Perhaps borrowed")]
    Cow(#[source] Option<Cow<'static, ParseIntError>>),
}

#[test]
fn a_pointer_to_an_error_is_a_source() {
    for error in [
        Pointers::Boxed(Box::new(number())),
        Pointers::Shared(Arc::new(number())),
        Pointers::Counted(Rc::new(number())),
        Pointers::Cow(Some(Cow::Owned(number()))),
    ] {
        let source = error.source().unwrap();
        assert_eq!(source.to_string(), number().to_string());
    }
}
