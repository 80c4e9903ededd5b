//! With the feature `tracing` each error of the server, and each error that has a source, is logged once, when it is sent.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;
use std::net::SocketAddr;
use std::sync::Mutex;

use framework_tests::client::Client;
use framework_tests::errors::{StoreError, samples};
use framework_tests::foreign::{self, TEXT, named};
use framework_tests::servers::{Server, all};
use kate_errors::KateError;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// A subscriber that keeps the events of this crate, and none of the frameworks.
struct Log;

static EVENTS: Mutex<Vec<Logged>> = Mutex::new(Vec::new());

#[derive(Debug, PartialEq)]
struct Logged {
    level: Level,
    fields: BTreeMap<&'static str, String>,
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "kate_errors"
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        EVENTS.lock().unwrap().push(Logged {
            level: *event.metadata().level(),
            fields: fields.0,
        });
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    /// Strings are kept without quotes.
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

/// The events since the last call.
fn logged() -> Vec<Logged> {
    std::mem::take(&mut EVENTS.lock().unwrap())
}

/// The events that an error causes.
fn expected(error: &StoreError) -> Vec<Logged> {
    let (level, source) = match error {
        StoreError::Id(_) => (Level::DEBUG, Some("invalid digit found in string")),
        StoreError::Disk(_) => (
            Level::ERROR,
            Some("disk \"hunter2\" is gone: the key hunter2 does not fit"),
        ),
        StoreError::Busy { .. } => (Level::ERROR, None),
        _ => return Vec::new(),
    };
    assert_eq!(error.source().is_some(), source.is_some());
    let fields = [
        ("detail", error.detail().into_owned()),
        ("group", "StoreError".to_owned()),
        ("message", "error response".to_owned()),
        ("name", error.spec().unwrap().name().to_owned()),
        ("status", error.status().as_str().to_owned()),
    ];
    let source = source.map(|source| ("source", source.to_owned()));
    vec![Logged {
        level,
        fields: fields.into_iter().chain(source).collect(),
    }]
}

/// The event of a foreign error.
fn expected_foreign(status: u16, detail: &str, source: Option<&str>) -> Vec<Logged> {
    let fields = [
        ("detail", detail.to_owned()),
        ("message", "foreign error response".to_owned()),
        ("status", status.to_string()),
    ];
    let source = source.map(|source| ("source", source.to_owned()));
    vec![Logged {
        level: Level::ERROR,
        fields: fields.into_iter().chain(source).collect(),
    }]
}

#[test]
fn errors_are_logged_once() {
    tracing::subscriber::set_global_default(Log).unwrap();
    logs_own_errors();
    logs_foreign_errors();
    logs_a_sentence_once();
}

fn logs_own_errors() {
    for server in all() {
        logs_samples(server, "samples");
        let mut client = Client::new(server.address);
        let broken = samples().into_iter().find(|error| error.status() == 500);
        for method in ["GET", "HEAD"] {
            client.send(method, "/items/7", "");
            assert_eq!(
                logged(),
                expected(broken.as_ref().unwrap()),
                "{}",
                server.name
            );
        }
        for path in ["/items/0", "/items/1", "/catalog/0", "/own/0", "/refused"] {
            client.get(path);
            assert_eq!(logged(), [], "{}: {path}", server.name);
        }
        if server.name == "warp" {
            logs_samples(server, "rejected");
        }
    }
}

fn logs_samples(server: &Server, route: &str) {
    let mut client = Client::new(server.address);
    for (index, error) in samples().into_iter().enumerate() {
        client.get(&format!("/{route}/{index}"));
        assert_eq!(logged(), expected(&error), "{}: {error:?}", server.name);
    }
}

fn logs_foreign_errors() {
    let (internal, unavailable) = ("Internal Server Error", "Service Unavailable");
    for servers in foreign::all() {
        let name = servers.name;
        let hidden = expected_foreign(503, unavailable, Some(TEXT));
        assert_eq!(events(servers.hiding, "/text/503"), hidden, "{name}");
        // They are not read.
        let unread = expected_foreign(500, internal, None);
        for path in ["/long", "/stream"] {
            assert_eq!(events(servers.hiding, path), unread, "{name}");
        }
        for path in ["/text/409", "/nowhere", "/html"] {
            assert_eq!(events(servers.hiding, path), [], "{name}: {path}");
        }
        let sent = expected_foreign(503, TEXT, None);
        assert_eq!(events(servers.verbatim, "/text/503"), sent, "{name}");
    }
    let salvo = named("salvo");
    let reason = "more of hunter2: the disk is full";
    let both = format!("{TEXT}: {reason}");
    let hidden = expected_foreign(502, "Bad Gateway", Some(&both));
    assert_eq!(events(salvo.hiding, "/refused/502"), hidden);
    let sent = expected_foreign(502, TEXT, Some(reason));
    assert_eq!(events(salvo.verbatim, "/refused/502"), sent);
    let panicked = expected_foreign(500, internal, None);
    assert_eq!(events(named("rocket").hiding, "/panic"), panicked);
}

/// The events of one request.
fn events(address: SocketAddr, path: &str) -> Vec<Logged> {
    Client::new(address).get(path);
    logged()
}

/// The rejections of axum print their sources.
fn logs_a_sentence_once() {
    let mut client = Client::new(framework_tests::servers::named("axum").address);
    client.send("POST", "/typed", "{");
    let events = logged();
    let sentence =
        "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1";
    let [event] = &events[..] else {
        panic!("{events:?}");
    };
    assert_eq!(event.level, Level::DEBUG);
    assert_eq!(event.fields["source"], sentence);
}
