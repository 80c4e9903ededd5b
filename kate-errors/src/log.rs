//! Logs an error that is sent, with its sources. The client never gets the sources.

use crate::error::KateError;
use crate::report::{print_source, sources};

/// Logs an error that has a source: at `error` if the server failed, else at `debug`. The values are recorded as strings, because
/// subscribers quote strings: a line break in a value does not start a new line of the log.
pub(crate) fn log(error: &(impl KateError + ?Sized)) {
    let Some(source) = error.source() else {
        return;
    };
    let status = error.status();
    let enabled = if status.as_u16() < 500 {
        tracing::enabled!(tracing::Level::DEBUG)
    } else {
        tracing::enabled!(tracing::Level::ERROR)
    };
    if !enabled {
        return;
    }
    let name = error.spec().map_or("", |spec| spec.name());
    let chain: Vec<String> = sources(Some(source)).map(print_source).collect();
    let (detail, chain) = (error.detail(), chain.join(": "));
    let (status, detail, source) = (status.as_u16(), &*detail, &*chain);
    if status >= 500 {
        tracing::error!(name, status, detail, source, "error response");
    } else {
        tracing::debug!(name, status, detail, source, "error response");
    }
}
