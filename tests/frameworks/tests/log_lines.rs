//! What a client sends cannot start a line of the log.

use std::io;
use std::sync::{Arc, Mutex};

use kate_errors::{KateError, ToResponse};
use tracing_subscriber::fmt;

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

#[test]
fn a_line_break_stays_inside_its_quotes() {
    let forged = "\n2026-01-01T00:00:00Z ERROR forged: all is lost\r\n\u{1b}[31m";
    let error = NoItem {
        name: forged.to_owned(),
        source: io::Error::other(forged),
    };
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = fmt().with_writer(move || writer.clone()).finish();
    tracing::subscriber::with_default(subscriber, || error.to_response::<Vec<u8>>());

    let lines = lines.0.lock().unwrap();
    let lines = str::from_utf8(&lines).unwrap();
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert_eq!(lines.matches("forged: all is lost").count(), 2, "{lines}");
    assert!(!lines.trim_end().contains(char::is_control), "{lines:?}");
    assert!(
        lines.contains("ERROR kate_errors::log: error response"),
        "{lines}"
    );
    assert!(lines.contains("status=500"), "{lines}");
}
