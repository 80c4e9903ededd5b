//! Errors as trait objects and in pointers: `Box<dyn KateError>`, `anyhow::Error`, `Arc`; and manual impls of `KateError`.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::io;
use std::rc::Rc;
use std::sync::Arc;

use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::{Catalog, Decode, Documented, KateError, ToResponse};

type Boxed = Box<dyn KateError + Send + Sync>;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[fix("Check the run ID")]
enum RunError {
    /// Invalid run ID
    #[detail("Run {id} not found")]
    NotFound { id: u32 },
    #[detail("Run limit reached")]
    #[status(429)]
    Limit {
        #[header("retry-after")]
        retry_after: Option<u8>,
    },
}

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Disk failed")]
struct Disk(#[from] io::Error);

/// Implements only the required methods.
#[derive(Debug)]
struct Bare;

impl fmt::Display for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bare, for the log")
    }
}

impl Error for Bare {}

impl KateError for Bare {
    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }

    fn detail(&self) -> Cow<'static, str> {
        Cow::Borrowed("It is \"gone\"")
    }
}

/// Implements the provided methods too, and is not `Send`.
#[derive(Debug)]
struct Full(Rc<str>);

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Full {}

impl KateError for Full {
    fn status(&self) -> StatusCode {
        StatusCode::LOCKED
    }

    fn detail(&self) -> Cow<'static, str> {
        Cow::Owned(self.0.to_string())
    }

    fn fix(&self) -> Option<&'static str> {
        Some("Unlock it")
    }

    fn headers(&self) -> HeaderMap {
        HeaderMap::from_iter([(http::header::ALLOW, HeaderValue::from_static("GET"))])
    }

    fn member(&self) -> &'static str {
        "error"
    }
}

impl Documented for Full {
    const CATALOG: Catalog = Catalog::undocumented("Full");
}

fn find(id: u32) -> Result<u32, Boxed> {
    match id {
        0 => Err(Disk(io::Error::other("cable")))?,
        1 => Err(Bare)?,
        2 => Err(RunError::Limit {
            retry_after: Some(5),
        })?,
        id => Err(RunError::NotFound { id })?,
    }
}

#[test]
fn the_question_mark_operator_boxes_any_error() {
    let statuses = [0, 1, 2, 3].map(|id| find(id).unwrap_err().status().as_u16());
    assert_eq!(statuses, [500, 410, 429, 404]);
}

#[test]
fn a_box_has_detail_fix_body_and_spec_of_its_error() {
    let error = find(3).unwrap_err();
    assert_eq!(error.detail(), "Run 3 not found");
    assert_eq!(error.to_string(), "Run 3 not found");
    assert_eq!(error.fix(), Some("Check the run ID"));
    assert_eq!(error.body(), r#"{"detail":"Run 3 not found"}"#);
    let spec = error.spec().unwrap();
    assert_eq!((spec.name(), spec.cause()), ("NotFound", "Invalid run ID"));
    let limit = find(2).unwrap_err();
    assert_eq!(limit.headers()["retry-after"], "5");
}

#[test]
fn a_box_converts_into_the_response_of_its_error() {
    let response = find(2).unwrap_err().to_response::<Vec<u8>>();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "5");
    assert_eq!(response.headers()["content-type"], "application/json");
    let error = RunError::from_response(&response).unwrap();
    let limit = RunError::Limit {
        retry_after: Some(5),
    };
    assert_eq!(error, limit);
}

#[test]
fn a_box_has_the_source_of_its_error() {
    fn source(error: &(dyn Error + 'static)) -> String {
        error.source().map_or_else(String::new, ToString::to_string)
    }

    assert_eq!(source(&find(0).unwrap_err()), "cable");
    assert_eq!(source(&find(1).unwrap_err()), "");
}

#[test]
fn anyhow_takes_a_box() {
    fn run() -> anyhow::Result<u32> {
        Ok(find(0)?)
    }

    let error = run().unwrap_err();
    assert_eq!(error.to_string(), "Disk failed");
    assert_eq!(format!("{error:#}"), "Disk failed: cable");
    let boxed = error.downcast_ref::<Boxed>().unwrap();
    assert_eq!(boxed.status(), 500);
    assert_eq!(boxed.spec().map(kate_errors::ErrorSpec::name), Some("Disk"));
    assert_eq!(boxed.to_response::<Vec<u8>>().status(), 500);
}

#[test]
fn anyhow_downcasts_to_the_error() {
    fn run() -> anyhow::Result<()> {
        use anyhow::Context as _;
        Err(RunError::NotFound { id: 3 }).context("while running")
    }

    let error = run().unwrap_err();
    assert_eq!(format!("{error:#}"), "while running: Run 3 not found");
    let found = error.downcast_ref::<RunError>();
    assert_eq!(found, Some(&RunError::NotFound { id: 3 }));
    assert!(error.downcast_ref::<Disk>().is_none());
}

#[test]
fn a_box_of_std_error_downcasts_to_the_error() {
    let error: Box<dyn Error + Send + Sync> = RunError::NotFound { id: 3 }.into();
    assert!(error.downcast_ref::<RunError>().is_some());
}

#[test]
fn pointers_to_an_error_are_errors() {
    fn all(error: impl KateError) -> (u16, String, Option<&'static str>, HeaderMap, String) {
        let body = String::from_utf8(error.body().to_vec()).unwrap();
        let mut written = Vec::new();
        error.write_body(&mut written);
        assert_eq!(body.as_bytes(), written);
        let spec = error.spec().map(kate_errors::ErrorSpec::name);
        let printed = format!("{} {error} {spec:?} {}", error.detail(), error.member());
        (
            error.status().as_u16(),
            printed,
            error.fix(),
            error.headers(),
            body,
        )
    }

    for id in [Some(5), None] {
        let retry_after = Some(9);
        let make = || match id {
            Some(id) => RunError::NotFound { id },
            None => RunError::Limit { retry_after },
        };
        let expected = all(make());
        assert_eq!(all(make()), expected);
        assert_eq!(all(make()), expected);
        assert_eq!(all(Box::new(make())), expected);
        assert_eq!(all(Arc::new(make())), expected);
        assert_eq!(
            all(Arc::<RunError>::from(make()) as Arc<dyn KateError>),
            expected
        );
        assert_eq!(all(&make() as &dyn KateError), expected);
    }
    let full = Full("locked".into());
    let expected = all(&full);
    assert_eq!(expected.4, r#"{"error":"locked"}"#);
    assert_eq!(all(Box::new(Full("locked".into()))), expected);
}

#[test]
fn a_manual_impl_needs_only_status_and_detail() {
    assert_eq!(Bare.body(), r#"{"detail":"It is \"gone\""}"#);
    assert_eq!(Bare.member(), "detail");
    assert_eq!(Bare.fix(), None);
    assert!(Bare.headers().is_empty());
    assert!(Bare.spec().is_none());
    let response = Bare.to_response::<bytes::Bytes>();
    assert_eq!(response.status(), 410);
    assert_eq!(response.headers().len(), 1);
    assert_eq!(response.body(), r#"{"detail":"It is \"gone\""}"#);
}

#[test]
fn a_manual_impl_may_override_headers_and_member() {
    let full = Full("locked".into());
    let response = full.to_response::<Vec<u8>>();
    assert_eq!(response.headers()["allow"], "GET");
    assert_eq!(response.body(), br#"{"error":"locked"}"#);
}

#[test]
fn a_box_without_send_takes_an_error_that_is_not_send() {
    fn run() -> Result<(), Box<dyn KateError>> {
        Err(Full("locked".into()))?
    }

    let error = run().unwrap_err();
    assert_eq!(error.status(), 423);
    assert_eq!(error.fix(), Some("Unlock it"));
}

#[test]
fn an_error_with_a_manual_impl_can_be_the_field_of_a_transparent_variant() {
    #[derive(Debug, KateError)]
    #[kate(emit_only)]
    enum Outer {
        #[kate(transparent)]
        Full(#[from] Full),
        #[status(400)]
        #[detail("No")]
        No,
    }

    let outer = Outer::from(Full("locked".into()));
    assert_eq!(outer.status(), 423);
    assert_eq!(outer.fix(), Some("Unlock it"));
    assert_eq!(outer.headers()["allow"], "GET");
    assert_eq!(outer.body(), r#"{"error":"locked"}"#);
    assert!(outer.spec().is_none());
    assert_eq!(Outer::No.body(), r#"{"detail":"No"}"#);
    assert_eq!(Outer::CATALOG.count(), 1);
    assert_eq!(Outer::CATALOG.groups()[0].name(), "Full");
}

#[test]
fn an_error_that_borrows_can_be_boxed_for_its_lifetime() {
    #[derive(Debug, KateError)]
    #[status(404)]
    #[detail("No user {0}")]
    #[kate(emit_only)]
    struct NoUser<'a>(&'a str);

    fn find(name: &str) -> Result<(), Box<dyn KateError + '_>> {
        Err(NoUser(name))?
    }

    let name = String::from("ann");
    assert_eq!(find(&name).unwrap_err().detail(), "No user ann");
}
