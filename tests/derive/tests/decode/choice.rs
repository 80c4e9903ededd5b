//! How decoding chooses among variants, and how exact a text must be.

use std::borrow::Cow;

use http::{HeaderMap, Response, StatusCode};
use kate_errors::{Decode, KateError, NoMatch, ToResponse};

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap()
}

fn read<E: Decode>(status: u16, text: &str) -> Option<E> {
    let body = serde_json::json!({ "detail": text }).to_string();
    let decoded = E::decode(code(status), &HeaderMap::new(), body.as_bytes()).ok();
    let from_detail = E::from_detail(Some(code(status)), text).is_ok();
    assert_eq!(decoded.is_some(), from_detail, "{status} {text}");
    decoded
}

#[derive(Debug, PartialEq, KateError)]
enum Order {
    #[status(400, accept(any))]
    #[detail("Twice")]
    Loose,
    #[status(409)]
    #[detail("Twice")]
    Strict,
    #[status(410, accept(422))]
    #[detail("Twice")]
    Late,
    #[status(404)]
    #[detail("Run {id} is unknown")]
    Unknown { id: u32 },
    #[status(404)]
    #[detail("Run 7 is unknown")]
    #[kate(lossy)]
    Seven,
}

#[test]
fn a_variants_own_status_goes_before_an_accepted_one() {
    assert_eq!(read(409, "Twice"), Some(Order::Strict));
    assert_eq!(read(410, "Twice"), Some(Order::Late));
    assert_eq!(read(400, "Twice"), Some(Order::Loose));
}

#[test]
fn of_variants_that_accept_a_status_the_first_wins() {
    assert_eq!(read(422, "Twice"), Some(Order::Loose));
    assert_eq!(read(500, "Twice"), Some(Order::Loose));
}

#[test]
fn of_variants_with_a_status_the_first_that_matches_wins() {
    assert_eq!(
        read(404, "Run 7 is unknown"),
        Some(Order::Unknown { id: 7 })
    );
}

#[derive(Debug, PartialEq, KateError)]
enum Inner {
    #[status(404)]
    #[detail("Shared")]
    Shared,
    #[status(409, accept(any))]
    #[detail("Inner")]
    Accepting,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum Second {
    #[status(404)]
    #[detail("Second")]
    Own,
    #[status(400)]
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
    #[status(404)]
    #[detail("Shared")]
    #[kate(lossy)]
    Shared,
    #[status(404)]
    #[detail("Second")]
    Before,
    #[kate(transparent, lossy)]
    Second(Box<Second>),
}

#[test]
fn nested_variants_stand_in_the_place_of_their_field() {
    assert_eq!(read(404, "First"), Some(Outer::First));
    assert_eq!(read(404, "Shared"), Some(Outer::Inner(Inner::Shared)));
    assert_eq!(read(404, "Second"), Some(Outer::Before));
}

#[test]
fn a_nested_variants_own_status_goes_before_one_accepted_earlier() {
    let found = read(400, "Inner");
    assert_eq!(found, Some(Outer::Second(Box::new(Second::Inner))));
    assert_eq!(read(409, "Inner"), Some(Outer::Inner(Inner::Accepting)));
    assert_eq!(read(500, "Inner"), Some(Outer::Inner(Inner::Accepting)));
}

#[test]
fn an_inner_other_goes_before_the_outer_one() {
    let other = Inner::Other {
        status: code(418),
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
fn the_outermost_other_comes_last_wherever_it_stands() {
    assert_eq!(read(404, "Plain"), Some(Outermost::Plain(Plain::Plain)));
    assert_eq!(read(404, "Late"), Some(Outermost::Late));
    let other = |status: u16, detail: &str| Outermost::Other {
        status: code(status),
        detail: detail.to_owned(),
    };
    assert_eq!(read(409, "Late"), Some(other(409, "Late")));
    assert_eq!(read(404, ""), Some(other(404, "")));
    assert_eq!(read(599, "Else"), Some(other(599, "Else")));
}

#[test]
fn other_comes_back_and_says_what_was_received() {
    let other = Outermost::Other {
        status: code(503),
        detail: "A \"quoted\"\nline".to_owned(),
    };
    assert_eq!(other.status(), 503);
    assert_eq!(other.detail(), "A \"quoted\"\nline");
    assert_eq!(other.to_string(), other.detail());
    assert_eq!(other.fix(), None);
    assert!(other.spec().is_none());
    let response = other.to_response::<Vec<u8>>();
    assert_eq!(Outermost::from_response(&response).unwrap(), other);
}

#[test]
fn a_status_below_400_is_never_decoded() {
    for status in [100, 101, 200, 201, 204, 301, 304, 399] {
        assert_eq!(read::<Order>(status, "Twice"), None, "{status}");
        assert_eq!(read::<Outer>(status, "Inner"), None, "{status}");
        assert_eq!(read::<Outermost>(status, "Plain"), None, "{status}");
    }
}

#[test]
fn any_status_from_400_on_is_one_of_an_error() {
    for status in [400, 499, 500, 599, 600, 999] {
        assert_eq!(read(status, "Inner"), Some(Inner::Accepting), "{status}");
    }
}

#[derive(Debug, PartialEq, KateError)]
enum Statuses {
    #[status(404)]
    #[detail("Shared")]
    NotFound,
    #[status(410)]
    #[detail("Shared")]
    Gone,
    #[status(404)]
    #[detail("Number {0}")]
    Number(u8),
    #[status(409)]
    #[detail("Number 7")]
    Seven,
    #[status(409)]
    #[detail("Alone")]
    Alone,
    #[status(409)]
    #[detail("Alone")]
    #[kate(lossy)]
    NotAlone,
    #[status(503)]
    #[detail("Behind")]
    Behind,
    #[kate(transparent)]
    Nested(NestedStatus),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum NestedStatus {
    #[status(504)]
    #[detail("Behind")]
    Behind,
    #[status(504)]
    #[detail("Deep {0}")]
    Deep(u8),
}

#[test]
fn without_a_status_a_text_that_two_share_is_no_match_and_says_which() {
    let shared = |text: &str| text.parse::<Statuses>().unwrap_err().shared_by();
    assert_eq!(shared("Shared"), Some((code(404), code(410))));
    assert_eq!(shared("Number 7"), Some((code(404), code(409))));
    assert_eq!(shared("Behind"), Some((code(503), code(504))));
    let message = "Shared".parse::<Statuses>().unwrap_err().to_string();
    assert!(
        message.contains("404") && message.contains("410"),
        "{message}"
    );
    assert!(message.contains("`Statuses`"), "{message}");
}

#[test]
fn without_a_status_a_text_of_one_status_is_found() {
    assert_eq!("Number 8".parse(), Ok(Statuses::Number(8)));
    assert_eq!("Alone".parse(), Ok(Statuses::Alone));
    let deep = Statuses::Nested(NestedStatus::Deep(1));
    assert_eq!("Deep 1".parse(), Ok(deep));
    assert_eq!(
        Statuses::from_detail(None, "Alone"),
        "Alone".parse::<Statuses>()
    );
}

#[test]
fn without_a_status_other_does_not_apply() {
    let error = "Else".parse::<Statuses>().unwrap_err();
    assert_eq!(error.shared_by(), None);
    assert!(error.to_string().contains("`Statuses`"), "{error}");
    assert!("Else".parse::<Outer>().is_err());
}

#[test]
fn a_no_match_is_a_small_error() {
    fn copied<T: Copy + std::error::Error + Send + Sync + 'static>(error: T) -> [T; 2] {
        [error, error]
    }

    let [first, second]: [NoMatch; 2] = copied("Else".parse::<Statuses>().unwrap_err());
    assert_eq!(first, second);
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum Exact {
    #[detail("Run not found")]
    Constant,
    #[detail("Run {id} of {all} is lost")]
    Template { id: u8, all: i16 },
    #[detail("{0}%")]
    Front(u64),
}

#[test]
fn case_spaces_and_both_ends_of_a_text_count() {
    for text in [
        "run not found",
        "Run not Found",
        "Run  not found",
        " Run not found",
        "Run not found ",
        "Run not found\n",
        "Run not found.",
        "Run not foun",
        "un not found",
        "",
        "Run\u{a0}not found",
        "A Run 1 of 2 is lost",
        "Run 1 of 2 is lost!",
        "run 1 of 2 is lost",
        "Run 1 of 2 is los",
        "Run 1 Of 2 is lost",
        "Run 1  of 2 is lost",
        "Run  of 2 is lost",
        " 5%",
        "5 %",
        "%",
        "5%%",
    ] {
        assert_eq!(read::<Exact>(404, text), None, "{text:?}");
    }
    assert_eq!(read(404, "Run not found"), Some(Exact::Constant));
    let template = Exact::Template { id: 1, all: 2 };
    assert_eq!(read(404, "Run 1 of 2 is lost"), Some(template));
    assert_eq!(read(404, "5%"), Some(Exact::Front(5)));
}

#[test]
fn integers_have_one_spelling_and_a_range() {
    let read = |id: &str, all: &str| read(404, &format!("Run {id} of {all} is lost"));
    for (id, all) in [("255", "-32768"), ("0", "32767"), ("10", "0"), ("7", "-1")] {
        let template = Exact::Template {
            id: id.parse().unwrap(),
            all: all.parse().unwrap(),
        };
        assert_eq!(read(id, all), Some(template), "{id} {all}");
    }
    for (id, all) in [
        ("256", "1"),
        ("1", "32768"),
        ("1", "-32769"),
        ("+1", "1"),
        ("1", "+1"),
        ("01", "1"),
        ("1", "01"),
        ("1", "-01"),
        ("1", "-0"),
        ("-1", "1"),
        ("00", "1"),
        ("1.0", "1"),
        ("1e1", "1"),
        ("0x1", "1"),
        ("1_0", "1"),
        ("", "1"),
        ("1", ""),
        ("1", "-"),
        ("٣", "1"),
        ("99999999999999999999999999999999999999999", "1"),
    ] {
        assert_eq!(read(id, all), None, "{id:?} {all:?}");
    }
}

#[test]
fn a_response_of_any_body_type_is_decoded() {
    let body = r#"{"detail":"Run not found"}"#;
    let response = |status: u16| Response::builder().status(status);
    let text = response(404).body(body).unwrap();
    let owned = response(404).body(body.to_owned()).unwrap();
    let bytes = response(404).body(bytes::Bytes::from(body)).unwrap();
    assert_eq!(Exact::from_response(&text).unwrap(), Exact::Constant);
    assert_eq!(Exact::from_response(&owned).unwrap(), Exact::Constant);
    assert_eq!(Exact::from_response(&bytes).unwrap(), Exact::Constant);
}

#[test]
fn a_box_decodes_as_what_it_holds() {
    let found = Box::<Exact>::from_detail(Some(code(404)), "5%");
    assert_eq!(found, Ok(Box::new(Exact::Front(5))));
}

#[test]
fn a_response_is_made_of_the_error() {
    let response: Response<Vec<u8>> = Exact::Constant.into();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), br#"{"detail":"Run not found"}"#);
    let response = Response::<bytes::Bytes>::from(Exact::Front(5));
    assert_eq!(response.body(), r#"{"detail":"5%"}"#);
}

#[test]
fn what_is_received_may_be_held_in_any_text() {
    #[derive(Debug, PartialEq, KateError)]
    enum Held {
        #[kate(other)]
        Other {
            status: StatusCode,
            detail: Cow<'static, str>,
        },
    }

    let status = StatusCode::IM_A_TEAPOT;
    let detail = Cow::Owned("Tea".to_owned());
    assert_eq!(read(418, "Tea"), Some(Held::Other { status, detail }));
}

#[test]
fn a_template_behind_a_constant_that_it_says_too_takes_the_rest() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    enum Lost {
        #[detail("Run 7 is lost")]
        Seven,
        #[detail("Run {id} is lost")]
        #[kate(lossy)]
        Run { id: u64 },
    }

    for id in [6, 7, 8, 77] {
        let text = format!("Run {id} is lost");
        let expected = if id == 7 {
            Lost::Seven
        } else {
            Lost::Run { id }
        };
        let found = Lost::from_detail(Some(StatusCode::NOT_FOUND), &text);
        assert_eq!(found, Ok(expected), "{text}");
    }
}
