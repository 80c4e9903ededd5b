//! `#[source]` and `#[from]`: a source is for the log, and is never sent to the client.

use std::error::Error;
use std::fmt::Debug;
use std::io;
use std::num::ParseIntError;
use std::sync::Arc;

use derive_tests::{back, read};
use kate_errors::{KateError, ToResponse};

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
    #[detail("Peer answered {code}")]
    Answered {
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

fn source_of(error: &dyn Error) -> Option<String> {
    error.source().map(ToString::to_string)
}

#[test]
fn source_returns_the_field_of_any_kind() {
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
        assert_eq!(source_of(&error).as_deref(), Some(SECRET), "{error}");
    }
}

#[test]
fn a_source_keeps_its_type_and_its_own_sources() {
    let error = StoreError::Disk(secret());
    assert!(error.source().unwrap().is::<io::Error>());
    let number = "x".parse::<u8>().unwrap_err();
    let error = StoreError::Any(anyhow::Error::new(number).context("reading"));
    assert_eq!(source_of(&error).as_deref(), Some("reading"));
    let inner = error.source().unwrap().source().unwrap();
    assert!(inner.is::<ParseIntError>());
}

#[test]
fn an_option_is_a_source_where_it_is_some() {
    for error in [
        RemoteError::Peer(Some(secret())),
        RemoteError::Answered {
            code: 5,
            source: Some(anyhow::Error::msg(SECRET)),
        },
        RemoteError::Gone {
            why: Some(SECRET.into()),
        },
    ] {
        assert_eq!(source_of(&error).as_deref(), Some(SECRET), "{error}");
    }
    assert!(RemoteError::Peer(None).source().is_none());
    assert!(RemoteError::Gone { why: None }.source().is_none());
}

#[test]
fn an_error_without_a_source_returns_none() {
    #[derive(Debug, KateError)]
    #[status(400)]
    #[detail("Alone")]
    struct Alone;

    assert!(Alone.source().is_none());
}

#[test]
fn from_converts_into_the_variant_of_the_field() {
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
fn a_source_is_never_sent() {
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
fn a_variant_with_an_optional_source_is_decoded_without_it() {
    let error = RemoteError::Answered {
        code: 5,
        source: Some(anyhow::Error::msg(SECRET)),
    };
    assert!(matches!(
        back(&error),
        RemoteError::Answered {
            code: 5,
            source: None
        }
    ));
    assert!(matches!(
        read(502, "Peer failed"),
        Some(RemoteError::Peer(None))
    ));
}

#[test]
fn a_variant_with_a_required_source_is_never_decoded() {
    for detail in ["Disk failed", "Store failed: 1", "Boxed", "Any of them"] {
        assert!(read::<StoreError>(500, detail).is_none(), "{detail}");
    }
}

#[test]
fn a_template_may_name_a_source_that_is_exposed() {
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
    let detail = format!("Perhaps a number: {source}");
    let why = Some(source.clone());
    assert_eq!(InputError::Perhaps { why }.detail(), detail);
    let detail = format!("Not a number: {source}");
    let error = InputError::Number {
        source: source.clone(),
    };
    assert_eq!(error.detail(), detail);
    assert!(error.source().is_some());
    assert!(detail.parse::<InputError>().is_err());
    let detail = format!("Not a number either: {source}");
    assert_eq!(InputError::Tuple(source).detail(), detail);
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
