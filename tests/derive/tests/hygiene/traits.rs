//! Traits in scope that give every type methods of the names that generated code calls.

use kate_errors::{Decode, KateError, ToResponse};

/// Methods for everything.
mod everything {
    /// Methods that take `self` in all three ways, so that each shadows at its own step of the lookup.
    #[allow(dead_code)]
    pub(crate) trait ByReference {
        fn status(&self) {}
        fn detail(&self) {}
        fn fix(&self) {}
        fn headers(&self) {}
        fn member(&self) {}
        fn body(&self) {}
        fn write_body(&self) {}
        fn spec(&self) {}
        fn source(&self) {}
        fn as_source(&self) {}
        fn voice(&self) {}
        fn write(&self) {}
        fn fmt(&self) {}
        fn fields(&self) {}
        fn header(&self) {}
        fn to_response(&self) {}
        fn to_string(&self) {}
    }

    impl<T: ?Sized> ByReference for T {}

    #[allow(dead_code, clippy::wrong_self_convention)]
    pub(crate) trait ByValue: Sized {
        const LANGUAGE: () = ();
        const TABLE: () = ();
        const CATALOG: () = ();
        const ERRORS: () = ();

        fn as_source(self) {}
        fn into(self) {}
        fn from(_: &str) {}
        fn default() {}
        fn read(_: &str) {}
        fn pick(_: &str) {}
        fn decode(_: &str) {}
        fn from_detail(_: &str) {}
        fn from_str(_: &str) {}
    }

    impl<T> ByValue for T {}
}

/// A type that the crate knows nothing of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unknown(pub(crate) String);

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Unknown {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

type Boxed = Box<dyn std::error::Error + Send + Sync>;

mod references {
    #[allow(unused_imports)]
    use super::everything::ByReference as _;
    use super::{Boxed, Unknown};
    use kate_errors::KateError;

    #[derive(Debug, KateError)]
    #[status(409)]
    #[kate(member = "error")]
    pub(crate) enum Error {
        #[detail("Known {n} {text}")]
        Known { n: u8, text: String },
        #[detail("Unknown {0}")]
        Unknown(Unknown),
        #[detail("Late")]
        Late(#[header("retry-after")] Option<u8>),
        #[detail("Io")]
        Io(#[from] std::io::Error),
        #[detail("Boxed")]
        Boxed(#[source] Boxed),
        #[detail("Anyhow")]
        Anyhow(#[source] Option<anyhow::Error>),
    }

    #[derive(Debug, KateError)]
    #[kate(member = "error")]
    pub(crate) enum Outer {
        #[kate(transparent)]
        Inner(Error),
        #[status(410)]
        #[detail("Own")]
        Own,
    }
}

mod values {
    #[allow(unused_imports)]
    use super::everything::ByValue as _;
    use super::{Boxed, Unknown};
    use kate_errors::KateError;

    #[derive(Debug, KateError)]
    #[status(409)]
    pub(crate) enum Error {
        #[detail("Known {n} {text}")]
        Known { n: u8, text: String },
        #[detail("Unknown {0}")]
        Unknown(Unknown),
        #[detail("Late")]
        Late(#[header("retry-after")] Option<u8>),
        #[detail("Skipped")]
        Skipped(#[kate(skip)] u8),
        #[detail("Io")]
        Io(#[from] std::io::Error),
        #[detail("Boxed")]
        Boxed(#[source] Boxed),
        #[detail("Anyhow")]
        Anyhow(#[source] Option<anyhow::Error>),
    }
}

/// Checks one of the two modules' enums.
macro_rules! check {
    ($Error:path) => {{
        use $Error as E;
        let n = 7;
        let text = "x".to_owned();
        let sent = [
            (E::Known { n, text }, "Known 7 x"),
            (E::Unknown(Unknown("y".to_owned())), "Unknown y"),
            (E::Late(Some(3)), "Late"),
            (E::Anyhow(None), "Anyhow"),
        ];
        for (error, text) in sent {
            let response = error.to_response::<Vec<u8>>();
            let decoded = E::from_response(&response).unwrap();
            assert_eq!(format!("{decoded:?}"), format!("{error:?}"));
            assert_eq!(decoded.detail(), text);
        }
        let sources = [
            E::from(std::io::Error::other("cause")),
            E::Boxed("cause".into()),
            E::Anyhow(Some(anyhow::anyhow!("cause"))),
        ];
        for error in sources {
            let source = std::error::Error::source(&error).unwrap();
            assert_eq!(source.to_string(), "cause");
        }
    }};
}

#[test]
fn methods_by_reference_that_everything_has_are_not_called() {
    check!(references::Error);
    let error = references::Outer::Inner(references::Error::Late(None));
    assert_eq!(error.body(), r#"{"error":"Late"}"#);
    assert_eq!(references::Outer::Own.to_string(), "Own");
}

#[test]
fn methods_by_value_and_constants_that_everything_has_are_not_used() {
    check!(values::Error);
    let skipped = values::Error::Skipped(3).to_response::<Vec<u8>>();
    let decoded = values::Error::from_response(&skipped).unwrap();
    assert!(matches!(decoded, values::Error::Skipped(0)));
}
