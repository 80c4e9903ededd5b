//! `#[kate(other)]`: the variant that takes what no other variant matches.

use std::borrow::Cow;

use derive_tests::{back, read, status};
use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
enum Inner {
    #[status(404)]
    #[detail("Inner")]
    Inner,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum Outer {
    #[status(404)]
    #[detail("First")]
    First,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
    #[kate(transparent)]
    Inner(Inner),
}

#[test]
fn a_nested_other_goes_before_the_outer_one() {
    let other = Inner::Other {
        status: status(418),
        detail: "Tea".to_owned(),
    };
    assert_eq!(read(418, "Tea"), Some(Outer::Inner(other)));
}

#[derive(Debug, PartialEq, KateError)]
enum Plain {
    #[status(404)]
    #[detail("Plain")]
    Plain,
}

#[derive(Debug, PartialEq, KateError)]
enum Outermost {
    #[kate(other)]
    Other { detail: String, status: StatusCode },
    #[kate(transparent)]
    Plain(Plain),
    #[status(404)]
    #[detail("Late")]
    Late,
}

#[test]
fn the_outermost_other_is_tried_last_whatever_its_position() {
    assert_eq!(read(404, "Plain"), Some(Outermost::Plain(Plain::Plain)));
    assert_eq!(read(404, "Late"), Some(Outermost::Late));
    let other = |code: u16, detail: &str| Outermost::Other {
        status: status(code),
        detail: detail.to_owned(),
    };
    assert_eq!(read(409, "Late"), Some(other(409, "Late")));
    assert_eq!(read(404, ""), Some(other(404, "")));
    assert_eq!(read(599, "Else"), Some(other(599, "Else")));
}

#[test]
fn other_takes_no_status_below_400() {
    for code in [100, 200, 204, 304, 399] {
        assert_eq!(read::<Outermost>(code, "Plain"), None, "{code}");
    }
}

#[test]
fn other_has_the_status_and_the_detail_that_were_received() {
    let other = Outermost::Other {
        status: status(503),
        detail: "A \"quoted\"\nline".to_owned(),
    };
    assert_eq!(other.status(), 503);
    assert_eq!(other.detail(), "A \"quoted\"\nline");
    assert_eq!(other.to_string(), other.detail());
    assert_eq!(other.fix(), None);
    assert!(other.spec().is_none());
    assert_eq!(back(&other), other);
}

#[test]
fn the_detail_of_other_may_be_a_cow() {
    #[derive(Debug, PartialEq, KateError)]
    enum Held {
        #[kate(other)]
        Other {
            status: StatusCode,
            detail: Cow<'static, str>,
        },
    }

    let other = Held::Other {
        status: StatusCode::IM_A_TEAPOT,
        detail: Cow::Owned("Tea".to_owned()),
    };
    assert_eq!(read(418, "Tea"), Some(other));
}
