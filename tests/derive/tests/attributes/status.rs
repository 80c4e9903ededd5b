//! `#[status]`: numbers, names, defaults, and the statuses that decoding accepts.

use derive_tests::read;
use http::StatusCode;
use kate_errors::{Documented, KateError};

#[derive(Debug, PartialEq, KateError)]
#[status(NOT_FOUND)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
    #[status(409)]
    #[detail("Run is over")]
    Over,
    #[status(400, accept(409, UNPROCESSABLE_ENTITY))]
    #[detail("Run has no spans")]
    Empty,
    #[status(500, accept(any))]
    #[detail("Run was lost")]
    Lost,
}

#[derive(Debug, PartialEq, KateError)]
#[status(400, accept(422))]
enum InputError {
    #[detail("No name")]
    NoName,
    #[status(413)]
    #[detail("Name too long")]
    TooLong,
}

#[derive(Debug, PartialEq, KateError)]
#[status(503)]
#[detail("Closed")]
struct Closed;

#[test]
fn a_variant_without_a_status_has_that_of_its_enum() {
    assert_eq!(RunError::NotFound.status(), StatusCode::NOT_FOUND);
    assert_eq!(RunError::Over.status(), StatusCode::CONFLICT);
    assert_eq!(Closed.status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
fn the_status_before_the_accepted_ones_is_sent() {
    assert_eq!(RunError::Empty.status(), 400);
    assert_eq!(RunError::Lost.status(), 500);
}

#[test]
fn only_listed_statuses_are_accepted() {
    for status in [400, 409, 422] {
        assert_eq!(
            read(status, "Run has no spans"),
            Some(RunError::Empty),
            "{status}"
        );
    }
    for status in [401, 404, 410, 421, 500] {
        assert_eq!(
            read::<RunError>(status, "Run has no spans"),
            None,
            "{status}"
        );
    }
}

#[test]
fn accept_any_accepts_every_error_status_and_none_below_400() {
    for status in 400..=599 {
        assert_eq!(
            read(status, "Run was lost"),
            Some(RunError::Lost),
            "{status}"
        );
    }
    for status in [100, 200, 204, 304, 399] {
        assert_eq!(read::<RunError>(status, "Run was lost"), None, "{status}");
    }
}

#[test]
fn a_status_without_accept_is_the_only_one() {
    for status in (400..=599).filter(|status| *status != 409) {
        assert_eq!(read::<RunError>(status, "Run is over"), None, "{status}");
    }
}

#[test]
fn the_accepted_statuses_of_an_enum_apply_only_with_its_status() {
    assert_eq!(read(422, "No name"), Some(InputError::NoName));
    assert_eq!(read::<InputError>(422, "Name too long"), None);
}

#[test]
fn the_catalog_lists_statuses_and_accepted_ones() {
    let errors = RunError::CATALOG.errors();
    let statuses: Vec<_> = errors.iter().map(|error| error.status().as_u16()).collect();
    assert_eq!(statuses, [404, 409, 400, 500]);
    let accepted: Vec<_> = errors[2].accepted().collect();
    assert_eq!(
        accepted,
        [StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY]
    );
    assert!(!errors[2].accepts_any());
    assert!(errors[3].accepts_any());
    assert_eq!(errors[3].accepted().count(), 0);
    assert_eq!(errors[0].accepted().count(), 0);
}

#[test]
fn a_status_may_have_no_name() {
    #[derive(Debug, PartialEq, KateError)]
    enum Odd {
        #[status(499)]
        #[detail("Client went away")]
        Gone,
        #[status(599)]
        #[detail("Network timeout")]
        Timeout,
    }

    assert_eq!(Odd::Gone.status().as_u16(), 499);
    assert_eq!(read(599, "Network timeout"), Some(Odd::Timeout));
    assert_eq!(read(499, "Client went away"), Some(Odd::Gone));
}

#[test]
fn every_name_is_the_status_of_that_name_in_http() {
    macro_rules! check {
        ($($NAME:ident)*) => {$({
            #[derive(Debug, KateError)]
            #[status($NAME)]
            #[detail("No")]
            struct Named;

            assert_eq!(Named.status(), StatusCode::$NAME);
        })*};
    }

    check! {
        BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED NOT_ACCEPTABLE
        PROXY_AUTHENTICATION_REQUIRED REQUEST_TIMEOUT CONFLICT GONE LENGTH_REQUIRED PRECONDITION_FAILED
        PAYLOAD_TOO_LARGE URI_TOO_LONG UNSUPPORTED_MEDIA_TYPE RANGE_NOT_SATISFIABLE EXPECTATION_FAILED
        IM_A_TEAPOT MISDIRECTED_REQUEST UNPROCESSABLE_ENTITY LOCKED FAILED_DEPENDENCY TOO_EARLY
        UPGRADE_REQUIRED PRECONDITION_REQUIRED TOO_MANY_REQUESTS REQUEST_HEADER_FIELDS_TOO_LARGE
        UNAVAILABLE_FOR_LEGAL_REASONS INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY SERVICE_UNAVAILABLE
        GATEWAY_TIMEOUT HTTP_VERSION_NOT_SUPPORTED VARIANT_ALSO_NEGOTIATES INSUFFICIENT_STORAGE LOOP_DETECTED
        NOT_EXTENDED NETWORK_AUTHENTICATION_REQUIRED
    }
}
