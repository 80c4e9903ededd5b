//! `#[source]` and `#[from]`: known to the log, never to the client.

use std::error::Error;
use std::fmt::Debug;
use std::io;
use std::num::ParseIntError;
use std::sync::Arc;

use http::StatusCode;
use kate_errors::{Decode, KateError, ToResponse};

#[derive(Debug, KateError)]
#[status(500)]
enum StoreError {
    #[detail("Disk failed")]
    Disk(#[from] io::Error),
    #[detail("Bad number")]
    Number {
        #[from]
        cause: ParseIntError,
    },
    #[detail("Store failed: {code}")]
    Named { code: u16, source: io::Error },
    #[detail("Marked")]
    Marked {
        #[source]
        why: io::Error,
    },
    #[detail("Any of them")]
    Any(#[from] anyhow::Error),
    #[detail("Boxed")]
    Boxed(#[source] Box<dyn Error + Send + Sync>),
    #[detail("Local")]
    Local(#[source] Box<dyn Error + 'static>),
    #[detail("Shared")]
    Shared(#[source] Arc<io::Error>),
    #[detail("Errors in a box")]
    Pointer(#[source] Box<io::Error>),
}

#[derive(Debug, KateError)]
#[status(502)]
enum RemoteError {
    #[detail("Peer failed")]
    Peer(#[from] Option<io::Error>),
    #[detail("Peer said {code}")]
    Said {
        code: u16,
        source: Option<anyhow::Error>,
    },
    #[detail("Peer is gone")]
    Gone {
        #[source]
        why: Option<Box<dyn Error + Send + Sync>>,
    },
}

const SECRET: &str = "password is hunter2";

fn secret() -> io::Error {
    io::Error::other(SECRET)
}

fn source_text(error: &dyn Error) -> Option<String> {
    error.source().map(ToString::to_string)
}

#[test]
fn a_source_of_any_kind_is_the_errors_source() {
    for error in [
        StoreError::Disk(secret()),
        StoreError::Named {
            code: 1,
            source: secret(),
        },
        StoreError::Marked { why: secret() },
        StoreError::Any(anyhow::Error::msg(SECRET)),
        StoreError::Boxed(SECRET.into()),
        StoreError::Local(SECRET.into()),
        StoreError::Shared(Arc::new(secret())),
        StoreError::Pointer(Box::new(secret())),
    ] {
        assert_eq!(source_text(&error).as_deref(), Some(SECRET), "{error}");
    }
}

#[test]
fn a_source_keeps_its_type_and_its_own_sources() {
    let error = StoreError::Disk(secret());
    assert!(error.source().unwrap().is::<io::Error>());
    let number = "x".parse::<u8>().unwrap_err();
    let error = StoreError::Any(anyhow::Error::new(number).context("reading"));
    assert_eq!(source_text(&error).as_deref(), Some("reading"));
    let inner = error.source().unwrap().source().unwrap();
    assert!(inner.is::<ParseIntError>());
}

#[test]
fn an_option_is_a_source_where_it_is_some() {
    for error in [
        RemoteError::Peer(Some(secret())),
        RemoteError::Said {
            code: 5,
            source: Some(anyhow::Error::msg(SECRET)),
        },
        RemoteError::Gone {
            why: Some(SECRET.into()),
        },
    ] {
        assert_eq!(source_text(&error).as_deref(), Some(SECRET), "{error}");
    }
    assert!(RemoteError::Peer(None).source().is_none());
    assert!(RemoteError::Gone { why: None }.source().is_none());
}

#[test]
fn a_variant_without_a_source_has_none() {
    #[derive(Debug, KateError)]
    #[status(400)]
    #[detail("Alone")]
    struct Alone;

    assert!(Alone.source().is_none());
}

#[test]
fn from_makes_the_variant_of_the_field() {
    fn disk() -> Result<(), StoreError> {
        Err(secret())?
    }

    fn number() -> Result<u8, StoreError> {
        Ok("x".parse()?)
    }

    fn any() -> Result<(), StoreError> {
        Err(anyhow::anyhow!("any"))?
    }

    fn optional() -> Result<(), RemoteError> {
        Err(secret())?
    }

    assert!(matches!(disk(), Err(StoreError::Disk(_))));
    assert!(matches!(number(), Err(StoreError::Number { .. })));
    assert!(matches!(any(), Err(StoreError::Any(_))));
    assert!(matches!(optional(), Err(RemoteError::Peer(Some(_)))));
}

#[test]
fn no_source_is_ever_on_the_wire() {
    let errors: [Box<dyn KateError>; 6] = [
        StoreError::Disk(secret()).into(),
        StoreError::Any(anyhow::Error::msg(SECRET)).into(),
        StoreError::Boxed(SECRET.into()).into(),
        StoreError::Named {
            code: 1,
            source: secret(),
        }
        .into(),
        RemoteError::Peer(Some(secret())).into(),
        RemoteError::Gone {
            why: Some(SECRET.into()),
        }
        .into(),
    ];
    for error in errors {
        let response = error.to_response::<Vec<u8>>();
        let whole = format!(
            "{response:?}{error}{}",
            String::from_utf8_lossy(response.body())
        );
        assert!(!whole.contains("hunter2"), "{whole}");
    }
}

#[test]
fn a_variant_with_an_optional_source_is_read_without_it() {
    let error = RemoteError::Said {
        code: 5,
        source: Some(anyhow::Error::msg(SECRET)),
    };
    let found = RemoteError::from_response(&error.to_response::<Vec<u8>>()).unwrap();
    assert!(matches!(
        found,
        RemoteError::Said {
            code: 5,
            source: None
        }
    ));
    let found = RemoteError::from_detail(Some(StatusCode::BAD_GATEWAY), "Peer failed").unwrap();
    assert!(matches!(found, RemoteError::Peer(None)));
}

#[test]
fn a_variant_whose_source_is_required_is_never_read() {
    for text in ["Disk failed", "Store failed: 1", "Boxed", "Any of them"] {
        let found = StoreError::from_detail(Some(StatusCode::INTERNAL_SERVER_ERROR), text);
        assert!(found.is_err(), "{text}");
    }
}

#[test]
fn a_source_that_is_exposed_may_be_in_the_text() {
    #[derive(Debug, KateError)]
    #[status(400)]
    enum InputError {
        #[detail("Not a number: {source}")]
        Number {
            #[kate(expose)]
            source: ParseIntError,
        },
        #[detail("Not a number either: {0}")]
        Tuple(
            #[source]
            #[kate(expose)]
            ParseIntError,
        ),
        #[detail("Perhaps a number: {why}")]
        #[detail("Perhaps a number")]
        Perhaps {
            #[source]
            #[kate(expose)]
            why: Option<ParseIntError>,
        },
    }

    assert!("Perhaps a number".parse::<InputError>().is_err());
    let source = "x".parse::<u8>().unwrap_err();
    let text = format!("Perhaps a number: {source}");
    let why = Some(source.clone());
    assert_eq!(InputError::Perhaps { why }.detail(), text);
    let text = format!("Not a number: {source}");
    let error = InputError::Number {
        source: source.clone(),
    };
    assert_eq!(error.detail(), text);
    assert!(error.source().is_some());
    assert!(text.parse::<InputError>().is_err());
    let text = format!("Not a number either: {source}");
    assert_eq!(InputError::Tuple(source).detail(), text);
}

#[test]
fn an_error_of_the_crate_can_be_the_source_of_another() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    #[detail("Outer")]
    struct Outer {
        source: Option<Inner>,
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    #[detail("Inner")]
    struct Inner;

    let outer = Outer {
        source: Some(Inner),
    };
    assert_eq!((outer.status().as_u16(), &*outer.detail()), (500, "Outer"));
    assert!(outer.source().unwrap().is::<Inner>());
    assert_eq!("Outer".parse(), Ok(Outer { source: None }));
}
