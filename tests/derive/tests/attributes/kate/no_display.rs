//! `#[kate(no_display)]`: another derive, or the user, writes `Display` and `Error`.

use std::error::Error;
use std::fmt;

use derive_tests::back;
use kate_errors::{Decode, KateError, ToResponse};

#[test]
fn display_and_detail_may_differ() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    #[detail("Internal error {code}")]
    #[kate(no_display)]
    struct Internal {
        code: u8,
    }

    impl fmt::Display for Internal {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "internal error, code {:#x}", self.code)
        }
    }

    impl Error for Internal {}

    let error = Internal { code: 16 };
    assert_eq!(error.to_string(), "internal error, code 0x10");
    assert_eq!(error.detail(), "Internal error 16");
    assert_eq!(error.body(), r#"{"detail":"Internal error 16"}"#);
    assert_eq!(back(&error), error);
}

#[derive(Debug, thiserror::Error, KateError)]
#[status(500)]
#[kate(no_display)]
enum StoreError {
    #[error("disk of node {node} failed")]
    #[detail("Storage failed")]
    Disk {
        #[kate(skip)]
        node: u8,
        source: Option<std::io::Error>,
    },
    #[error("bad number")]
    #[detail("Storage is broken")]
    Number(#[from] std::num::ParseIntError),
}

#[test]
fn thiserror_may_derive_display_and_error() {
    let number = "x".parse::<u8>().unwrap_err();
    let error = StoreError::from(number);
    assert_eq!(error.to_string(), "bad number");
    assert_eq!(error.detail(), "Storage is broken");
    assert!(error.source().is_some());
    let source = Some(std::io::Error::other("cable"));
    let error = StoreError::Disk { node: 3, source };
    assert_eq!(error.to_string(), "disk of node 3 failed");
    assert_eq!(error.body(), r#"{"detail":"Storage failed"}"#);
    assert!(error.source().is_some());
    assert!(matches!(
        back(&error),
        StoreError::Disk {
            node: 0,
            source: None
        }
    ));
}

/// A type with a second derive, which has attributes of its own.
#[derive(Debug, Default, PartialEq, kate_errors::KateError, thiserror::Error)]
#[status(404)]
#[kate(no_display)]
enum Both {
    #[detail("Artifact not found")]
    #[error("no row in `artifacts`")]
    #[default]
    NotFound,
    #[detail("Run {id} not found")]
    #[error("no row {id} in `runs`")]
    Run { id: u64 },
    #[detail("Storage failed")]
    #[error("storage: {0:?}")]
    Storage(#[from] Option2),
}

#[derive(Debug, PartialEq, thiserror::Error)]
#[error("full")]
struct Option2;

#[test]
fn an_enum_may_derive_the_display_of_thiserror_and_the_detail_of_this_crate() {
    let error = Both::Run { id: 7 };
    assert_eq!(error.to_string(), "no row 7 in `runs`");
    assert_eq!(error.detail(), "Run 7 not found");
    let response = error.to_response::<Vec<u8>>();
    assert_eq!(response.body(), br#"{"detail":"Run 7 not found"}"#);
    assert_eq!(Both::from_response(&response).unwrap(), error);
    assert_eq!(Both::default().to_string(), "no row in `artifacts`");
    let storage = Both::from(Option2);
    assert_eq!(storage.to_string(), "storage: Option2");
    assert_eq!(storage.body(), r#"{"detail":"Storage failed"}"#);
    assert!(storage.source().is_some());
    assert!(Both::from_response(&storage.to_response::<Vec<u8>>()).is_err());
}
