//! No byte of a source reaches the client, from any framework.

use std::error::Error;

use framework_tests::client::{Answer, Client, get};
use framework_tests::errors::{SECRET, StoreError, samples};
use framework_tests::servers::{all, named, warp};

/// Three routes: two answer with an error of the server with a source, and one with an error of the client with a source.
fn paths() -> Vec<String> {
    let errors = samples();
    let with_source = (0..errors.len()).filter(|index| errors[*index].source().is_some());
    let samples: Vec<_> = with_source
        .map(|index| format!("/samples/{index}"))
        .collect();
    assert_eq!(samples.len(), 2);
    [vec!["/items/7".to_owned()], samples].concat()
}

fn keeps_the_secret(answer: &Answer) {
    let raw = String::from_utf8_lossy(&answer.raw);
    assert!(answer.status.as_u16() >= 400, "{raw}");
    for secret in [SECRET, "disk", "invalid digit"] {
        assert!(!raw.contains(secret), "{raw}");
    }
}

#[test]
fn the_samples_have_sources_with_a_secret() {
    let errors = samples();
    let sources = errors.iter().filter_map(Error::source);
    let printed: Vec<_> = sources.map(ToString::to_string).collect();
    assert_eq!(
        printed,
        ["invalid digit found in string", "disk \"hunter2\" is gone"]
    );
    assert!(
        errors
            .iter()
            .any(|error| format!("{error:?}").contains(SECRET))
    );
}

#[test]
fn no_server_sends_a_source() {
    for server in all() {
        let mut client = Client::new(server.address);
        for path in paths() {
            keeps_the_secret(&client.get(&path));
        }
        keeps_the_secret(&client.send("HEAD", "/items/7", ""));
    }
}

#[test]
fn warp_sends_no_source_of_a_rejection() {
    let recovering = named("warp").address;
    let bare = warp::start_bare();
    for path in paths() {
        let rejected = path.replace("samples", "rejected");
        keeps_the_secret(&get(recovering, &rejected));
        keeps_the_secret(&get(bare, &rejected));
        keeps_the_secret(&get(bare, &path));
    }
    let unhandled = get(bare, "/rejected/6");
    assert_eq!(unhandled.body, b"Unhandled rejection: Something went wrong");
}

/// What `other` variants are made of: texts that a framework writes for a status from 500 on say how the server is built.
#[test]
fn an_other_made_of_an_error_of_a_framework_tells_nothing_from_500_on() {
    let failed = "Internal Server Error".to_owned();

    let text = serde_json::from_str::<()>(SECRET).unwrap_err();
    let unwritten = actix_web::error::JsonPayloadError::Serialize(text);
    let (status, detail) = kate_errors::actix_web::status_and_text(&unwritten);
    assert_eq!((status.as_u16(), detail), (500, failed.clone()));

    let broken = poem::error::InternalServerError(std::io::Error::other(SECRET));
    let (status, detail) = kate_errors::poem::status_and_text(&broken);
    assert_eq!((status.as_u16(), detail), (500, failed.clone()));

    let missing = poem::error::GetDataError(SECRET).into();
    let (status, detail) = kate_errors::poem::status_and_text(&missing);
    assert_eq!((status.as_u16(), detail), (500, failed));
}

#[test]
fn an_other_made_of_an_error_of_a_framework_has_a_text() {
    let unknown = ::warp::reject::not_found();
    let (status, detail) = kate_errors::warp::status_and_text(&unknown);
    assert_eq!((status.as_u16(), &*detail), (404, "Not Found"));

    let own = ::warp::Rejection::from(StoreError::NotFound { id: 7 });
    let (status, detail) = kate_errors::warp::status_and_text(&own);
    assert_eq!((status.as_u16(), &*detail), (404, "Item 7 not found"));

    let told = poem::Error::from_string("too late", http::StatusCode::CONFLICT);
    let (status, detail) = kate_errors::poem::status_and_text(&told);
    assert_eq!((status.as_u16(), &*detail), (409, "too late"));
}
