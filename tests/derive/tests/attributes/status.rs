//! `#[status]`: numbers, names, defaults, and the statuses that decoding accepts.

use http::StatusCode;
use kate_errors::{Decode, Documented, KateError, NoMatch};

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

fn find<E: Decode>(status: u16, text: &str) -> Result<E, NoMatch> {
    E::from_detail(StatusCode::from_u16(status).ok(), text)
}

#[test]
fn a_variant_without_a_status_has_that_of_its_enum() {
    assert_eq!(RunError::NotFound.status(), StatusCode::NOT_FOUND);
    assert_eq!(RunError::Over.status(), StatusCode::CONFLICT);
    assert_eq!(Closed.status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
fn a_status_is_sent_as_it_stands_before_the_accepted_ones() {
    assert_eq!(RunError::Empty.status(), 400);
    assert_eq!(RunError::Lost.status(), 500);
}

#[test]
fn listed_statuses_are_accepted_and_no_others() {
    for status in [400, 409, 422] {
        let found: Result<RunError, _> = find(status, "Run has no spans");
        assert_eq!(found, Ok(RunError::Empty), "{status}");
    }
    for status in [401, 404, 410, 421, 500] {
        let found: Result<RunError, _> = find(status, "Run has no spans");
        assert!(found.is_err(), "{status}");
    }
}

#[test]
fn accept_any_takes_every_error_status_and_nothing_below_400() {
    for status in 400..=599 {
        let found: Result<RunError, _> = find(status, "Run was lost");
        assert_eq!(found, Ok(RunError::Lost), "{status}");
    }
    for status in [100, 200, 204, 304, 399] {
        let found: Result<RunError, _> = find(status, "Run was lost");
        assert!(found.is_err(), "{status}");
    }
}

#[test]
fn a_status_that_accepts_none_is_the_only_one() {
    for status in (400..=599).filter(|status| *status != 409) {
        let found: Result<RunError, _> = find(status, "Run is over");
        assert!(found.is_err(), "{status}");
    }
}

#[test]
fn the_accepted_statuses_of_an_enum_go_with_its_status() {
    let found = find(422, "No name");
    assert_eq!(found, Ok(InputError::NoName));
    assert!(find::<InputError>(422, "Name too long").is_err());
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
fn numbers_without_a_name_are_statuses_too() {
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
    let found = find(599, "Network timeout");
    assert_eq!(found, Ok(Odd::Timeout));
    assert_eq!(find(499, "Client went away"), Ok(Odd::Gone));
}

#[test]
fn every_name_means_what_http_means_by_it() {
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
