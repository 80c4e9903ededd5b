//! `#[kate(transparent)]`: status, detail, headers and decoding are those of the field.

use std::error::Error;
use std::io;

use derive_tests::{back, read};
use kate_errors::{Decode, Documented, ErrorSpec, KateError, ToResponse};

/// Authentication
#[derive(Debug, PartialEq, KateError)]
#[status(401)]
#[fix("Log in")]
#[header("www-authenticate", "Bearer")]
enum AuthError {
    /// No key was sent
    #[detail("No key")]
    NoKey,
    /// The key is too old
    #[detail("Key {id} is too old")]
    #[fix("Make a new key")]
    OldKey { id: u32 },
}

/// Storage
#[derive(Debug, KateError)]
#[status(500)]
enum StoreError {
    #[detail("Disk failed")]
    Disk { source: Option<io::Error> },
    #[detail("Disk is full")]
    Full,
}

/// The run's errors
#[derive(Debug, KateError)]
#[status(404)]
#[fix("Check the run ID")]
#[header("x-group", "run")]
enum RunError {
    /// Invalid run ID
    #[detail("Run not found")]
    NotFound,
    #[kate(transparent)]
    Auth(#[from] AuthError),
    #[kate(transparent)]
    #[fix("Call us")]
    Store { source: Box<StoreError> },
}

#[derive(Debug, KateError)]
enum ApiError {
    #[kate(transparent)]
    Run(#[from] RunError),
}

#[derive(Debug, PartialEq, KateError)]
#[kate(transparent)]
struct Login(#[from] AuthError);

#[derive(Debug, PartialEq, KateError)]
#[kate(transparent)]
#[fix("Ask an admin")]
struct AdminLogin {
    error: Box<AuthError>,
}

fn disk() -> RunError {
    RunError::Store {
        source: Box::new(StoreError::Disk {
            source: Some(io::Error::other("cable")),
        }),
    }
}

#[test]
fn status_detail_headers_and_body_are_those_of_the_field() {
    let inner = AuthError::OldKey { id: 7 };
    let outer = RunError::Auth(AuthError::OldKey { id: 7 });
    assert_eq!(outer.status(), inner.status());
    assert_eq!(outer.detail(), inner.detail());
    assert_eq!(outer.to_string(), inner.to_string());
    assert_eq!(outer.headers(), inner.headers());
    assert_eq!(outer.body(), inner.body());
    let mut written = Vec::new();
    outer.write_body(&mut written);
    assert_eq!(written, inner.body());
}

#[test]
fn a_transparent_variant_takes_no_default_of_its_enum() {
    let outer = RunError::Auth(AuthError::NoKey);
    assert_eq!(outer.status(), 401);
    assert_eq!(outer.fix(), Some("Log in"));
    assert!(!outer.headers().contains_key("x-group"));
    assert_eq!(RunError::NotFound.headers()["x-group"], "run");
}

#[test]
fn a_transparent_variant_is_decoded_as_its_field() {
    assert!(matches!(
        back(&RunError::Auth(AuthError::OldKey { id: 7 })),
        RunError::Auth(AuthError::OldKey { id: 7 })
    ));
    assert!(matches!(
        back(&disk()),
        RunError::Store { source: error } if matches!(*error, StoreError::Disk { source: None })
    ));
    assert!(matches!(
        back(&ApiError::Run(RunError::Auth(AuthError::NoKey))),
        ApiError::Run(RunError::Auth(AuthError::NoKey))
    ));
    assert!(read::<RunError>(404, "No key").is_none());
}

#[test]
fn the_source_is_the_source_of_the_field() {
    let auth = RunError::Auth(AuthError::NoKey);
    assert!(auth.source().is_none());
    let outer = ApiError::Run(disk());
    let source = outer.source().unwrap();
    assert!(source.is::<io::Error>());
    assert_eq!(source.to_string(), "cable");
}

#[test]
fn from_converts_through_each_level() {
    fn auth() -> Result<(), RunError> {
        Err(AuthError::NoKey)?
    }

    fn api() -> Result<(), ApiError> {
        Ok(auth()?)
    }

    assert!(matches!(
        api(),
        Err(ApiError::Run(RunError::Auth(AuthError::NoKey)))
    ));
    assert_eq!(Login::from(AuthError::NoKey), Login(AuthError::NoKey));
}

#[test]
fn a_fix_overrides_the_fix_of_the_field() {
    let full = StoreError::Full;
    assert_eq!(full.fix(), None);
    let store = RunError::Store {
        source: Box::new(full),
    };
    assert_eq!(store.fix(), Some("Call us"));
    let spec = store.spec().unwrap();
    assert_eq!(spec.fix(), Some("Call us"));
    assert_eq!((spec.group(), spec.name()), ("StoreError", "Full"));
    assert_eq!(spec.status(), 500);
    let nested = ApiError::Run(store);
    assert_eq!(nested.fix(), Some("Call us"));
    assert_eq!(nested.spec().and_then(ErrorSpec::fix), Some("Call us"));
}

#[test]
fn the_catalog_has_the_overriding_fix_and_that_of_the_nested_type_its_own() {
    let groups = RunError::CATALOG.groups();
    let fixes = |group: usize| -> Vec<_> { groups[group].iter().map(ErrorSpec::fix).collect() };
    assert_eq!(fixes(0), [Some("Log in"), Some("Make a new key")]);
    assert_eq!(fixes(1), [Some("Call us"), Some("Call us")]);
    assert!(
        StoreError::CATALOG
            .iter()
            .all(|error| error.fix().is_none())
    );
    let through = ApiError::CATALOG;
    let full = through.iter().find(|error| error.name() == "Full");
    assert_eq!(full.and_then(ErrorSpec::fix), Some("Call us"));
}

#[test]
fn the_outermost_fix_overrides_all_others() {
    #[derive(Debug, KateError)]
    enum Outermost {
        #[kate(transparent)]
        #[fix("Give up")]
        Api(Box<ApiError>),
    }

    let error = Outermost::Api(Box::new(ApiError::Run(disk())));
    assert_eq!(error.fix(), Some("Give up"));
    assert_eq!(error.spec().and_then(ErrorSpec::fix), Some("Give up"));
    let catalog = Outermost::CATALOG;
    assert_eq!(catalog.count(), ApiError::CATALOG.count());
    assert!(catalog.iter().all(|error| error.fix() == Some("Give up")));
}

#[test]
fn the_catalog_of_a_field_is_a_group() {
    let catalog = RunError::CATALOG;
    assert_eq!(catalog.errors().len(), 1);
    let groups: Vec<_> = catalog
        .groups()
        .iter()
        .map(|group| (group.name(), group.title(), group.count()))
        .collect();
    assert_eq!(
        groups,
        [
            ("AuthError", "Authentication", 2),
            ("StoreError", "Storage", 2)
        ]
    );
    assert_eq!(catalog.count(), 5);
    let names: Vec<_> = ApiError::CATALOG.iter().map(ErrorSpec::name).collect();
    assert_eq!(names, ["NotFound", "NoKey", "OldKey", "Disk", "Full"]);
}

#[test]
fn the_spec_of_a_nested_value_is_in_the_catalog_of_the_outer_type() {
    let error = ApiError::Run(RunError::Auth(AuthError::NoKey));
    let spec = error.spec().unwrap();
    assert!(ApiError::CATALOG.iter().any(|entry| entry == spec));
    assert_eq!(spec.cause(), "No key was sent");
}

#[test]
fn a_struct_can_be_transparent() {
    let login = Login(AuthError::OldKey { id: 1 });
    assert_eq!(login.status(), 401);
    assert_eq!(login.to_string(), "Key 1 is too old");
    assert_eq!(login.fix(), Some("Make a new key"));
    assert_eq!(back(&login), login);
    let admin = AdminLogin {
        error: Box::new(AuthError::NoKey),
    };
    assert_eq!(admin.fix(), Some("Ask an admin"));
    assert_eq!(admin.headers()["www-authenticate"], "Bearer");
    assert_eq!(back(&admin), admin);
    assert_eq!(AdminLogin::CATALOG.groups()[0].name(), "AuthError");
}

#[test]
fn a_transparent_variant_can_be_emit_only() {
    #[derive(Debug, PartialEq, KateError)]
    enum Outer {
        #[kate(transparent, emit_only)]
        Auth(AuthError),
        #[status(401)]
        #[detail("No login")]
        NoLogin,
    }

    let outer = Outer::Auth(AuthError::NoKey);
    assert_eq!(outer.detail(), "No key");
    assert!(Outer::from_response(&outer.to_response::<Vec<u8>>()).is_err());
    assert_eq!(back(&Outer::NoLogin), Outer::NoLogin);
}
