//! A source beside other fields.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::error::Error;
use std::io;

use derive_tests::back;
use kate_errors::KateError;

fn cable() -> io::Error {
    io::Error::other("cable")
}

#[derive(Debug, KateError)]
#[status(502)]
enum Marked {
    #[detail("{source} is not reachable")]
    Named {
        source: String,
        #[source]
        cause: io::Error,
    },
    #[detail("{source} is full")]
    #[kate(emit_only)]
    Raw { r#source: String },
    #[detail("Made of {source:?}")]
    Made {
        source: Option<u8>,
        #[from]
        cause: io::Error,
    },
}

#[test]
fn a_mark_goes_before_the_name_source() {
    let error = Marked::Named {
        source: "disk 3".to_owned(),
        cause: cable(),
    };
    assert_eq!(error.detail(), "disk 3 is not reachable");
    assert_eq!(error.source().unwrap().to_string(), "cable");
    let error = Marked::from(cable());
    assert_eq!(error.detail(), "Made of None");
    assert_eq!(error.source().unwrap().to_string(), "cable");
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[detail("{source} is empty")]
struct Raw {
    r#source: String,
}

#[test]
fn a_raw_name_is_no_source() {
    let error = Marked::Raw {
        r#source: "disk 4".to_owned(),
    };
    assert_eq!(error.detail(), "disk 4 is full");
    assert!(error.source().is_none());
    let error = Raw {
        r#source: "disk 5".to_owned(),
    };
    assert_eq!(error.detail(), "disk 5 is empty");
    assert_eq!(back(&error), error);
}

#[derive(Debug, KateError)]
#[status(503)]
enum Filled<T> {
    #[detail("Try again")]
    Again {
        #[from]
        cause: Option<io::Error>,
        #[header("retry-after")]
        after: Option<u32>,
        #[kate(skip)]
        tries: Vec<T>,
        peer: Option<String>,
    },
    #[detail("Traced")]
    Traced(#[from] std::fmt::Error, Backtrace),
}

#[test]
fn from_fills_the_fields_that_have_a_value_without_a_source() {
    let Filled::<u8>::Again {
        cause: Some(cause),
        after: None,
        tries,
        peer: None,
    } = Filled::from(cable())
    else {
        panic!("another value");
    };
    assert_eq!((cause.to_string(), tries), ("cable".to_owned(), vec![]));
    let Filled::<u8>::Traced(_, trace) = Filled::from(std::fmt::Error) else {
        panic!("another variant");
    };
    assert!(matches!(
        trace.status(),
        BacktraceStatus::Captured | BacktraceStatus::Disabled
    ));
}
