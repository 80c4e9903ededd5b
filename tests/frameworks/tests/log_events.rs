//! With the feature `tracing` each error that has a source is logged once, when it is sent.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;
use std::sync::Mutex;

use framework_tests::client::Client;
use framework_tests::errors::{StoreError, samples};
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
        metadata.target().starts_with("kate_errors")
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
        StoreError::Id(_) => (Level::DEBUG, "invalid digit found in string"),
        StoreError::Disk(_) => (
            Level::ERROR,
            "disk \"hunter2\" is gone: the key hunter2 does not fit",
        ),
        _ => return Vec::new(),
    };
    assert!(error.source().is_some());
    let fields = [
        ("detail", error.detail().into_owned()),
        ("message", "error response".to_owned()),
        ("name", error.spec().unwrap().name().to_owned()),
        ("source", source.to_owned()),
        ("status", error.status().as_str().to_owned()),
    ];
    vec![Logged {
        level,
        fields: fields.into(),
    }]
}

#[test]
fn errors_with_a_source_are_logged_once() {
    tracing::subscriber::set_global_default(Log).unwrap();
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
