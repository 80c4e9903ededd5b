//! Traits in scope that give every type methods with the names that derived code calls.

use derive_tests::string_type;
use kate_errors::{Decode, KateError, ToResponse};

/// Traits that all types implement.
mod everything {
    /// Methods that take `&self`. The methods of `ByValue` take `self`: method lookup tries them in another step.
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

string_type!(
    /// A type that the crate knows nothing of.
    Unknown
);

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

/// Checks the enum of one of the two modules.
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
        for (error, detail) in sent {
            let response = error.to_response::<Vec<u8>>();
            let decoded = E::from_response(&response).unwrap();
            assert_eq!(format!("{decoded:?}"), format!("{error:?}"));
            assert_eq!(decoded.detail(), detail);
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
fn derived_code_calls_no_blanket_method_that_takes_self_by_reference() {
    check!(references::Error);
    let error = references::Outer::Inner(references::Error::Late(None));
    assert_eq!(error.body(), r#"{"error":"Late"}"#);
    assert_eq!(references::Outer::Own.to_string(), "Own");
}

#[test]
fn derived_code_uses_no_blanket_constant_or_method_that_takes_self_by_value() {
    check!(values::Error);
    let skipped = values::Error::Skipped(3).to_response::<Vec<u8>>();
    let decoded = values::Error::from_response(&skipped).unwrap();
    assert!(matches!(decoded, values::Error::Skipped(0)));
}
