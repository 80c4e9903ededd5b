//! `Report`: an error as one line of the log.

use std::borrow::Cow;
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fmt, io};

use http::StatusCode;
use kate_errors::{KateError, Report};

#[derive(Debug, KateError)]
#[status(500)]
enum StoreError {
    #[detail("Cannot store {name}")]
    #[fix("Try again")]
    Store {
        name: String,
        #[source]
        why: Option<anyhow::Error>,
    },
    #[detail("Store is full")]
    Full,
}

#[derive(Debug, KateError)]
enum ApiError {
    #[kate(transparent)]
    Store(#[from] StoreError),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

fn store(name: &str) -> StoreError {
    let cable = io::Error::other("no cable");
    StoreError::Store {
        name: name.to_owned(),
        why: Some(anyhow::Error::new(cable).context("disk failed")),
    }
}

#[test]
fn a_report_is_one_line_with_name_status_detail_sources_and_fix() {
    assert_eq!(
        Report::new(&store("a")).to_string(),
        "StoreError::Store (500): Cannot store a; caused by: disk failed; caused by: no cable; fix: Try again"
    );
}

#[test]
fn what_the_error_does_not_have_is_left_out() {
    let report = Report::new(&StoreError::Full).to_string();
    assert_eq!(report, "StoreError::Full (500): Store is full");
    let other = ApiError::Other {
        status: StatusCode::IM_A_TEAPOT,
        detail: "Tea".to_owned(),
    };
    assert_eq!(Report::new(&other).to_string(), "(418): Tea");
}

/// The artifact was deleted
#[derive(Debug, KateError)]
#[status(410)]
#[detail("Artifact is gone")]
struct Gone;

#[test]
fn the_name_of_a_struct_is_printed_once() {
    let report = Report::new(&Gone).to_string();
    assert_eq!(report, "Gone (410): Artifact is gone");
}

#[test]
fn the_alternate_format_gives_each_part_a_line() {
    assert_eq!(
        format!("{:#}", Report::new(&store("a"))),
        "StoreError::Store (500): Cannot store a\n  caused by: disk failed\n  caused by: no cable\n  fix: Try again"
    );
}

#[test]
fn a_transparent_variant_is_reported_as_its_field() {
    let outer = ApiError::from(store("a"));
    let inner = Report::new(&store("a")).to_string();
    assert_eq!(Report::new(&outer).to_string(), inner);
}

#[test]
fn a_boxed_error_can_be_reported() {
    let boxed: Box<dyn KateError + Send + Sync> = store("a").into();
    let report = Report::new(&*boxed).to_string();
    assert_eq!(report, Report::new(&store("a")).to_string());
}

/// An error with a manual impl, whose fix is any string.
#[derive(Debug)]
struct Manual(&'static str);

impl fmt::Display for Manual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failed")
    }
}

impl Error for Manual {}

impl KateError for Manual {
    fn status(&self) -> StatusCode {
        StatusCode::BAD_GATEWAY
    }

    fn detail(&self) -> Cow<'static, str> {
        "Failed".into()
    }

    fn fix(&self) -> Option<&'static str> {
        Some(self.0)
    }
}

/// An error that is its own source, and whose `Display` fails after a part. Each time it prints another number.
#[derive(Debug)]
struct Endless(AtomicUsize);

impl fmt::Display for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no {}", self.0.fetch_add(1, Ordering::Relaxed))?;
        Err(fmt::Error)
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Failed")]
struct Failed {
    source: Endless,
}

#[test]
fn a_source_that_fails_to_print_or_has_no_end_is_cut() {
    let source = Endless(AtomicUsize::new(100));
    let report = Report::new(&Failed { source }).to_string();
    let chain: Vec<_> = (100..200)
        .map(|number| format!("; caused by: no {number}"))
        .collect();
    let chain = chain.concat();
    assert_eq!(report, format!("Failed (500): Failed{chain}"));
}

#[test]
fn control_characters_are_escaped_so_that_a_report_stays_one_line() {
    let text = "a\nERROR b\r\u{1b}[2J\0\u{85}\u{2028}c\u{2029}d\u{7f}";
    let detail = store(text);
    let source = StoreError::Store {
        name: String::new(),
        why: Some(anyhow::Error::msg(text)),
    };
    let other = ApiError::Other {
        status: StatusCode::CONFLICT,
        detail: text.to_owned(),
    };
    let fix = Manual(text);
    for error in [&detail as &dyn KateError, &source, &other, &fix] {
        let report = Report::new(error).to_string();
        let splits = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        assert!(!report.contains(splits), "{report}");
        assert!(report.contains(r"a\nERROR b\r\u{1b}[2J"), "{report}");
        let lines = format!("{:#}", Report::new(error));
        let expected =
            1 + lines.matches("\n  caused by: ").count() + lines.matches("\n  fix: ").count();
        assert_eq!(lines.lines().count(), expected, "{lines}");
    }
}

#[test]
fn characters_that_change_the_direction_of_text_are_escaped() {
    let turning = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    let report = Report::new(&store(turning)).to_string();
    assert!(!report.contains(|c| turning.contains(c)), "{report}");
    assert!(report.contains(r"\u{202e}\u{2066}"), "{report}");
}

#[test]
fn letters_of_any_script_are_printed_as_they_are() {
    let text = "é 🦀 \"quoted\" \\ שלום \u{61b}\u{200d}\u{2010}\u{2027}\u{202f}\u{2065}\u{206a};";
    let report = Report::new(&store(text)).to_string();
    assert!(report.contains(text), "{report}");
}
