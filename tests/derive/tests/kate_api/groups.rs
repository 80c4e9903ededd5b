//! The groups of errors, each against its table in the reference.

use std::fmt::Debug;

use derive_tests::status;
use http::{HeaderMap, StatusCode};
use kate_errors::api::{
    self, ApiError, ArtifactError, AuthError, QueryError, RateLimitError, RunError,
    SubscriptionError, ToolError,
};
use kate_errors::{Catalog, Decode, Documented, KateError, ToResponse};

use crate::reference::{BALANCE, Inferred, LONG_BALANCE, REFERENCE, entries};

fn error_statuses() -> impl Iterator<Item = StatusCode> {
    (400..600).map(status)
}

fn catalogs() -> [Catalog; 7] {
    [
        AuthError::CATALOG,
        ArtifactError::CATALOG,
        SubscriptionError::CATALOG,
        QueryError::CATALOG,
        RunError::CATALOG,
        ToolError::CATALOG,
        RateLimitError::CATALOG,
    ]
}

#[test]
fn the_catalogs_are_the_tables_of_the_reference() {
    for (catalog, (name, entries)) in catalogs().into_iter().zip(REFERENCE) {
        assert_eq!(catalog.name(), name);
        assert_eq!(catalog.errors().len(), entries.len(), "{name}");
        for (spec, (detail, cause, fix, status)) in catalog.errors().iter().zip(entries) {
            let details: Vec<_> = spec.details().collect();
            if *detail == BALANCE {
                assert_eq!(details, [LONG_BALANCE, BALANCE], "{name}");
            } else {
                assert_eq!(details, [*detail]);
            }
            assert_eq!(spec.cause(), *cause, "{name}: {detail}");
            assert_eq!(spec.fix(), Some(*fix), "{name}: {detail}");
            assert_eq!(spec.status(), status.code(), "{name}: {detail}");
            let inferred = matches!(status, Inferred(_));
            assert_eq!(spec.accepts_any(), inferred, "{name}: {detail}");
            assert_eq!(spec.accepted().count(), 0, "{name}: {detail}");
            assert_eq!(spec.group(), name);
        }
    }
}

#[test]
fn the_catalog_of_the_api_is_all_tables_of_the_reference() {
    let api = ApiError::CATALOG;
    assert!(api.errors().is_empty());
    let names: Vec<_> = api.groups().iter().map(Catalog::name).collect();
    assert_eq!(names, REFERENCE.map(|(name, _)| name));
    assert_eq!(api.count(), 20);
    let expected: Vec<_> = REFERENCE.iter().flat_map(|(_, entries)| *entries).collect();
    for (spec, (detail, cause, fix, _)) in api.iter().zip(&expected) {
        assert_eq!(spec.details().last(), Some(*detail));
        assert_eq!((spec.cause(), spec.fix()), (*cause, Some(*fix)));
    }
    assert_eq!(api.iter().count(), expected.len());
}

/// Decodes every detail of a type's table under every error status.
fn details_decode_by_status<E: Decode + KateError + Debug>(name: &str) {
    for (detail, cause, fix, status) in entries(name) {
        for received in error_statuses() {
            let decoded = E::from_detail(Some(received), detail);
            if matches!(status, Inferred(_)) || received == status.code() {
                let error = decoded.unwrap();
                assert_eq!(error.status(), status.code());
                assert_eq!(error.detail(), *detail);
                assert_eq!(error.fix(), Some(*fix));
                assert_eq!(error.spec().unwrap().cause(), *cause);
            } else {
                assert!(decoded.is_err(), "{received}: {detail}");
            }
        }
        for other in [200, 202, 301, 304] {
            assert!(E::from_detail(Some(derive_tests::status(other)), detail).is_err());
        }
        assert_eq!(E::from_detail(None, detail).unwrap().detail(), *detail);
    }
}

#[test]
fn a_stated_status_is_required_and_an_inferred_one_accepts_any() {
    details_decode_by_status::<AuthError>("AuthError");
    details_decode_by_status::<ArtifactError>("ArtifactError");
    details_decode_by_status::<SubscriptionError>("SubscriptionError");
    details_decode_by_status::<QueryError>("QueryError");
    details_decode_by_status::<RunError>("RunError");
    details_decode_by_status::<ToolError>("ToolError");
    details_decode_by_status::<RateLimitError>("RateLimitError");
}

/// Compares the response of an error with the reference, and decodes it, alone and in an `ApiError`.
fn comes_back<E>(error: &E, detail: &str, status: u16)
where
    E: KateError + Decode + Clone + PartialEq + Debug + Into<ApiError>,
{
    let body = format!("{{\"detail\":\"{detail}\"}}");
    let response = error.to_response::<Vec<u8>>();
    assert_eq!(response.status(), status);
    assert_eq!(response.headers().len(), 1);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), body.as_bytes());
    assert_eq!(error.to_string(), detail);
    assert_eq!(&E::from_response(&response).unwrap(), error);

    let outer: ApiError = error.clone().into();
    let same = outer.to_response::<Vec<u8>>();
    assert_eq!(same.status(), status);
    assert_eq!(same.headers(), response.headers());
    assert_eq!(same.body(), response.body());
    assert_eq!(outer.to_string(), detail);
    assert_eq!(outer.fix(), error.fix());
    assert_eq!(outer.spec(), error.spec());
    let decoded = ApiError::from_response(&same).unwrap();
    assert_eq!(decoded.detail(), detail);
    if !detail.starts_with(BALANCE) {
        assert_eq!(decoded, outer);
    }
}

#[test]
fn every_error_with_one_form_comes_back() {
    comes_back(&AuthError::InvalidApiKey, "Invalid API key", 401);
    comes_back(
        &AuthError::MissingAuthorization,
        "Missing authorization header",
        401,
    );
    comes_back(&AuthError::TokenExpired, "Token expired", 401);
    comes_back(&ArtifactError::NotFound, "Artifact not found", 404);
    comes_back(
        &ArtifactError::AlreadyHasDraft,
        "Artifact already has a draft",
        409,
    );
    comes_back(
        &ArtifactError::CoverNotGenerated,
        "Cover not generated",
        400,
    );
    comes_back(&ArtifactError::FileTooLarge, "File too large", 400);
    comes_back(
        &SubscriptionError::AlreadySubscribed,
        "Already subscribed",
        409,
    );
    comes_back(
        &SubscriptionError::ArtifactNotListed,
        "Artifact not listed",
        400,
    );
    comes_back(
        &QueryError::NoActiveSubscription,
        "No active subscription",
        403,
    );
    comes_back(&RunError::NotRunning, "Run is not in RUNNING status", 400);
    comes_back(&RunError::NotFound, "Run not found", 404);
    comes_back(
        &ToolError::CredentialsRequired,
        "Tool requires credentials not yet configured",
        428,
    );
    comes_back(&ToolError::ExecutionFailed, "Tool execution failed", 502);
    comes_back(&ToolError::TimedOut, "Tool execution timed out", 504);
    comes_back(
        &ToolError::NotValidated,
        "Tool has not passed validation",
        400,
    );
    comes_back(
        &RateLimitError::Exceeded { retry_after: None },
        "Rate limit exceeded",
        429,
    );
}

/// The balance error of a type, in both forms.
macro_rules! balance {
    ($Type:ident) => {{
        let balance = |required, available| $Type::InsufficientTokenBalance {
            required,
            available,
        };
        let long = "Insufficient token balance. Required: 500, available: 120";
        comes_back(&balance(Some(500), Some(120)), long, 402);
        comes_back(&balance(None, None), BALANCE, 402);
        let limits = format!("{BALANCE}. Required: {}, available: 0", u64::MAX);
        comes_back(&balance(Some(u64::MAX), Some(0)), &limits, 402);
        for half in [balance(Some(500), None), balance(None, Some(120))] {
            assert_eq!(
                half.detail(),
                BALANCE,
                "a form with one number does not exist"
            );
        }
        for detail in [
            "Insufficient token balance.",
            "Insufficient token balance. Required: 500",
            "Insufficient token balance. Required: , available: ",
            "Insufficient token balance. Required: 500, available: 120.",
            "Insufficient token balance. Required: 0500, available: 120",
            "Insufficient token balance. Required: +500, available: 120",
            "Insufficient token balance. Required: -500, available: 120",
            "Insufficient token balance. Required: 18446744073709551616, available: 0",
            "insufficient token balance",
        ] {
            let decoded = $Type::from_detail(Some(StatusCode::PAYMENT_REQUIRED), detail);
            assert!(decoded.is_err(), "{detail}");
        }
    }};
}

#[test]
fn the_balance_error_has_both_forms_in_all_three_groups() {
    balance!(SubscriptionError);
    balance!(QueryError);
    balance!(ToolError);
}

#[test]
fn the_examples_of_the_reference_decode_with_their_whitespace() {
    let found = b"{\n\"detail\": \"Artifact not found\"\n}";
    let decoded = ApiError::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), found);
    assert_eq!(
        decoded.unwrap(),
        ApiError::Artifact(ArtifactError::NotFound)
    );

    let balance =
        b"{\n\"detail\": \"Insufficient token balance. Required: 500, available: 120\"\n}";
    let decoded = ToolError::decode(StatusCode::PAYMENT_REQUIRED, &HeaderMap::new(), balance);
    let expected = ToolError::InsufficientTokenBalance {
        required: Some(500),
        available: Some(120),
    };
    assert_eq!(decoded.unwrap(), expected);
}

#[test]
fn the_limits_are_those_of_the_reference() {
    assert_eq!(api::MAX_UPLOAD_BYTES, 20_000_000);
    assert_eq!(api::MAX_TOOL_RUN.as_secs_f64().to_bits(), 30_f64.to_bits());
}
