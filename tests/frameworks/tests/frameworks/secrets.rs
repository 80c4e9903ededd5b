//! No byte of a source reaches the client, from any framework.

use std::error::Error;

use framework_tests::client::{Answer, Client, get};
use framework_tests::errors::{SECRET, samples};
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
