//! Decoding of a detail alone: `FromStr`, and `from_detail` without a status.

use derive_tests::status;
use http::StatusCode;
use kate_errors::{Decode, KateError, NoMatch};

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
    #[detail("Unavailable")]
    Unavailable,
    #[kate(transparent)]
    Nested(NestedStatus),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum NestedStatus {
    #[status(504)]
    #[detail("Unavailable")]
    Unavailable,
    #[status(504)]
    #[detail("Deep {0}")]
    Deep(u8),
}

#[test]
fn without_a_status_a_detail_of_two_statuses_is_no_match_that_names_both() {
    let shared = |detail: &str| detail.parse::<Statuses>().unwrap_err().shared_by();
    assert_eq!(shared("Shared"), Some((status(404), status(410))));
    assert_eq!(shared("Number 7"), Some((status(404), status(409))));
    assert_eq!(shared("Unavailable"), Some((status(503), status(504))));
    let message = "Shared".parse::<Statuses>().unwrap_err().to_string();
    assert!(
        message.contains("404") && message.contains("410"),
        "{message}"
    );
    assert!(message.contains("`Statuses`"), "{message}");
}

#[test]
fn without_a_status_a_detail_of_one_status_is_decoded() {
    assert_eq!("Number 8".parse(), Ok(Statuses::Number(8)));
    assert_eq!("Alone".parse(), Ok(Statuses::Alone));
    let deep = Statuses::Nested(NestedStatus::Deep(1));
    assert_eq!("Deep 1".parse(), Ok(deep));
    assert_eq!(
        Statuses::from_detail(None, "Alone"),
        "Alone".parse::<Statuses>()
    );
}

#[derive(Debug, PartialEq, KateError)]
enum Nesting {
    #[kate(transparent)]
    Statuses(Statuses),
}

#[test]
fn without_a_status_other_takes_nothing() {
    let error = "Else".parse::<Statuses>().unwrap_err();
    assert_eq!(error.shared_by(), None);
    assert!(error.to_string().contains("`Statuses`"), "{error}");
    assert!("Else".parse::<Nesting>().is_err());
}

#[test]
fn no_match_is_an_error_that_is_copied() {
    fn copied<T: Copy + std::error::Error + Send + Sync + 'static>(error: T) -> [T; 2] {
        [error, error]
    }

    let [first, second]: [NoMatch; 2] = copied("Else".parse::<Statuses>().unwrap_err());
    assert_eq!(first, second);
}
