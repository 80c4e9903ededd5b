//! Trait objects and pointers as sources: all types that thiserror takes.

use std::borrow::Cow;
use std::error::Error;
use std::num::ParseIntError;
use std::panic::{RefUnwindSafe, UnwindSafe};
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

#[derive(Debug, KateError)]
#[status(500)]
enum AutoTraits {
    #[detail("sync")]
    Sync(#[source] Box<dyn Error + Sync>),
    #[detail("unpin")]
    Unpin(#[from] Box<dyn Error + Unpin>),
    #[detail("send and unwind safe")]
    Unwind(#[from] Box<dyn Error + Send + UnwindSafe>),
    #[detail("all")]
    All(#[source] Rc<dyn Error + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>),
    #[detail("another order")]
    Order(#[source] Arc<Box<dyn Error + Sync + Send + 'static>>),
}

#[test]
fn a_boxed_error_may_have_any_auto_traits() {
    for (error, detail) in [
        (AutoTraits::Sync(Box::new(number())), "sync"),
        (
            AutoTraits::from(Box::new(number()) as Box<dyn Error + Unpin>),
            "unpin",
        ),
        (
            AutoTraits::from(Box::new(number()) as Box<dyn Error + Send + UnwindSafe>),
            "send and unwind safe",
        ),
        (AutoTraits::All(Rc::new(number())), "all"),
        (
            AutoTraits::Order(Arc::new(Box::new(number()))),
            "another order",
        ),
    ] {
        assert_eq!(error.detail(), detail);
        assert_eq!(error.source().unwrap().to_string(), number().to_string());
    }
}

/// `Arc<dyn Trait>` is an error if `dyn Trait` is one. A `Box<dyn Trait>` is not.
trait Failure: Error + Send + Sync {}

impl Failure for ParseIntError {}

#[derive(Debug, KateError)]
#[status(500)]
#[detail("shared")]
struct OfAnotherTrait(#[from] Arc<dyn Failure>);

#[test]
fn an_arc_of_another_trait_of_errors_is_a_source() {
    let error = OfAnotherTrait::from(Arc::new(number()) as Arc<dyn Failure>);
    assert_eq!(error.source().unwrap().to_string(), number().to_string());
}
