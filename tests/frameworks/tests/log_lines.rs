//! What a client sends cannot start a line of the log.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::sync::{Arc, Mutex};

use kate_errors::{KateError, ToResponse};
use tracing_subscriber::fmt::fmt as subscriber;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("No item {name}")]
struct NoItem {
    name: String,
    source: io::Error,
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An error that is its own source, and whose `Display` fails after a part.
#[derive(Debug)]
struct Endless;

impl Display for Endless {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("disk")?;
        Err(fmt::Error)
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Failed")]
struct Failed {
    source: Endless,
}

/// The lines that are logged during this work.
fn lines(work: impl FnOnce()) -> String {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = subscriber().with_writer(move || writer.clone()).finish();
    tracing::subscriber::with_default(subscriber, work);
    let lines = lines.0.lock().unwrap();
    str::from_utf8(&lines).unwrap().to_owned()
}

#[test]
fn an_error_is_sent_though_its_source_fails_to_print() {
    let send = || {
        let response = Failed { source: Endless }.to_response::<Vec<u8>>();
        assert_eq!(response.body(), br#"{"detail":"Failed"}"#);
    };
    // Without a subscriber.
    send();
    let logged = lines(send);
    assert_eq!(logged.lines().count(), 1, "{logged}");
    assert_eq!(logged.matches("disk").count(), 100, "{logged}");
}

#[test]
fn a_line_break_is_escaped_in_the_log() {
    let forged = "\n2026-01-01T00:00:00Z ERROR forged: all is lost\r\n\u{1b}[31m";
    let error = NoItem {
        name: forged.to_owned(),
        source: io::Error::other(forged),
    };
    let lines = lines(|| drop(error.to_response::<Vec<u8>>()));
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert_eq!(lines.matches("forged: all is lost").count(), 2, "{lines}");
    assert!(!lines.trim_end().contains(char::is_control), "{lines:?}");
    assert!(
        lines.contains("ERROR kate_errors::log: error response"),
        "{lines}"
    );
    assert!(lines.contains("status=500"), "{lines}");
}
