//! A crate that knows the facade as `renamed`, and re-exports it under names of its own.

use std::error::Error;
use std::fmt::Debug;

use renamed::{Decode, Documented, KateError, ToResponse};

/// The user's own names for the facade.
pub mod vendor {
    /// A module deep inside.
    pub mod deep {
        pub use renamed as errors;
    }

    pub use self::deep::errors as again;
    pub use renamed::*;
}

/// An enum by the path in this crate.
#[derive(Debug, PartialEq, vendor::KateError)]
#[kate(crate = crate::vendor::deep::errors)]
#[status(404)]
enum InCrate {
    /// The file is not there
    #[detail("No file {name}")]
    #[fix("Look again")]
    Missing { name: String },
    #[status(409, accept(any))]
    #[detail("Held by {0}, {1} left")]
    #[detail("Held")]
    #[header("x-held", "yes")]
    Held(Option<u32>, Option<f64>),
    #[detail("Come back")]
    Later {
        #[header("retry-after")]
        seconds: Option<u64>,
        #[kate(skip)]
        attempts: u8,
    },
}

/// A struct by the dependency's name.
#[derive(Debug, PartialEq, KateError)]
#[kate(crate = renamed)]
#[status(400)]
#[detail("Bad {0}")]
struct ByName(#[kate(chars = "a-z")] String);

/// A struct by the dependency's name, from the root.
#[derive(Debug, KateError)]
#[kate(crate = ::renamed, emit_only)]
#[status(500)]
#[detail("Broken: {at:?}")]
struct EmitOnly {
    at: Option<u8>,
    source: std::fmt::Error,
}

/// A type parameter, and an error of another path inside.
#[derive(Debug, PartialEq, renamed::KateError)]
#[kate(crate = self::vendor::again)]
enum Outer<T> {
    #[status(418)]
    #[detail("About {0}")]
    About(T),
    #[kate(transparent)]
    #[fix("Ask the owner")]
    InCrate(#[from] InCrate),
    #[kate(transparent)]
    ByName { inner: Box<ByName> },
}

/// Asserts that an error has this status and detail, and comes back from its response.
fn comes_back<E: KateError + Decode + PartialEq + Debug>(error: &E, status: u16, detail: &str) {
    let response = error.to_response::<Vec<u8>>();
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(
        response.body(),
        format!("{{\"detail\":\"{detail}\"}}").as_bytes()
    );
    assert_eq!(error.to_string(), detail);
    assert_eq!(&E::from_response(&response).unwrap(), error);
    let read = E::from_detail(Some(response.status()), detail).unwrap();
    assert_eq!(read.detail(), detail);
}

#[test]
fn an_enum_derives_by_a_path_in_its_own_crate() {
    let name = "a b".to_owned();
    comes_back(&InCrate::Missing { name }, 404, "No file a b");
    comes_back(
        &InCrate::Held(Some(3), Some(0.5)),
        409,
        "Held by 3, 0.5 left",
    );
    comes_back(&InCrate::Held(None, None), 409, "Held");
    let later = InCrate::Later {
        seconds: Some(30),
        attempts: 0,
    };
    comes_back(&later, 404, "Come back");
    assert_eq!("Held".parse(), Ok(InCrate::Held(None, None)));
    let missing = &InCrate::CATALOG.errors()[0];
    assert_eq!(missing.cause(), "The file is not there");
    assert_eq!(missing.fix(), Some("Look again"));
}

#[test]
fn a_struct_derives_by_the_name_of_the_dependency() {
    comes_back(&ByName("abc".to_owned()), 400, "Bad abc");
    assert!("Bad ABC".parse::<ByName>().is_err());
}

#[test]
fn an_error_that_is_never_parsed_derives_from_the_root() {
    let error = EmitOnly {
        at: Some(7),
        source: std::fmt::Error,
    };
    assert_eq!(error.body(), r#"{"detail":"Broken: Some(7)"}"#);
    assert!(error.source().is_some());
}

#[test]
fn types_that_derive_by_several_paths_nest() {
    comes_back(&Outer::About(7_u8), 418, "About 7");
    let held = Outer::<u8>::from(InCrate::Held(None, None));
    comes_back(&held, 409, "Held");
    assert_eq!(held.fix(), Some("Ask the owner"));
    let inner = Box::new(ByName("z".to_owned()));
    comes_back(&Outer::<u8>::ByName { inner }, 400, "Bad z");
    assert_eq!(Outer::<u8>::CATALOG.count(), 5);
}

/// A macro of this crate that derives, for users with neither dependency.
#[macro_export]
#[doc(hidden)]
macro_rules! an_error {
    ($name:ident, $detail:literal) => {
        #[derive(Debug, PartialEq, renamed::KateError)]
        #[kate(crate = $crate::vendor)]
        #[status(451)]
        #[detail($detail)]
        struct $name;
    };
}

an_error!(Withheld, "Withheld");

#[test]
fn a_macro_derives_by_its_own_crates_path() {
    comes_back(&Withheld, 451, "Withheld");
}
