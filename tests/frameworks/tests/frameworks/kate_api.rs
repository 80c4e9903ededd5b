//! Every error of the Kate API, from every framework: what is sent, and what is decoded from it.

use std::fmt::Debug;

use framework_tests::checks::is_error;
use framework_tests::client::{Answer, Client};
use framework_tests::errors::catalog;
use framework_tests::servers::all;
use kate_errors::api::{ApiError, QueryError, SubscriptionError, ToolError};
use kate_errors::{Decode, Documented, KateError};

#[test]
fn every_error_is_sent_and_decoded_as_an_api_error() {
    for server in all() {
        let mut client = Client::new(server.address);
        for (index, error) in catalog().into_iter().enumerate() {
            let answer = client.get(&format!("/catalog/{index}"));
            is_error(server, &answer, &error);
            comes_back(&first_with_that_detail(error), &answer);
        }
    }
}

#[test]
fn every_error_is_sent_and_decoded_as_its_own_type() {
    for server in all() {
        let mut client = Client::new(server.address);
        for (index, error) in catalog().into_iter().enumerate() {
            let answer = client.get(&format!("/own/{index}"));
            is_error(server, &answer, &error);
            match &error {
                ApiError::Auth(error) => comes_back(error, &answer),
                ApiError::Artifact(error) => comes_back(error, &answer),
                ApiError::Subscription(error) => comes_back(error, &answer),
                ApiError::Query(error) => comes_back(error, &answer),
                ApiError::Run(error) => comes_back(error, &answer),
                ApiError::Tool(error) => comes_back(error, &answer),
                ApiError::RateLimit(error) => comes_back(error, &answer),
                ApiError::Other { .. } => comes_back(&error, &answer),
            }
        }
    }
}

#[test]
fn every_error_of_the_catalog_is_sent_in_every_form() {
    let sent: Vec<_> = catalog().iter().filter_map(KateError::spec).collect();
    for listed in ApiError::CATALOG.iter() {
        // Each form is sent once, and an error with a header once more without it.
        let forms = sent.iter().filter(|spec| **spec == listed).count();
        let headers = listed.headers().count();
        assert_eq!(forms, listed.details().count() + headers, "{listed:?}");
    }
}

/// Three errors of the API have one detail, which is decoded as the error of a subscription.
fn first_with_that_detail(error: ApiError) -> ApiError {
    match error {
        ApiError::Query(QueryError::InsufficientTokenBalance {
            required,
            available,
        })
        | ApiError::Tool(ToolError::InsufficientTokenBalance {
            required,
            available,
        }) => SubscriptionError::InsufficientTokenBalance {
            required,
            available,
        }
        .into(),
        error => error,
    }
}

fn comes_back<E: Decode + Debug + PartialEq>(error: &E, answer: &Answer) {
    let decoded = E::decode(answer.status, &answer.headers, &answer.body);
    assert_eq!(&decoded.unwrap(), error);
}
