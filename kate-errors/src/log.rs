//! Logs an error that is sent, with what the client does not get.
//!
//! The values are recorded as strings, because subscribers quote strings: a line break in a value does not start a new line of
//! the log.

use http::StatusCode;

use crate::catalog::ErrorSpec;
use crate::error::KateError;
use crate::report::sources;
use crate::wire::is_server_error;

/// The target of all events. It is documented, so that users filter by it.
const TARGET: &str = "kate_errors";

/// Logs an error of this crate: at `error` if the server failed, else at `debug` if it has a source.
pub(crate) fn log(error: &(impl KateError + ?Sized)) {
    let (source, status) = (error.source(), error.status());
    let enabled = if is_server_error(status) {
        tracing::enabled!(target: TARGET, tracing::Level::ERROR)
    } else {
        source.is_some() && tracing::enabled!(target: TARGET, tracing::Level::DEBUG)
    };
    if !enabled {
        return;
    }
    let spec = error.spec();
    let (group, name) = (spec.map(ErrorSpec::group), spec.map(ErrorSpec::name));
    let sources: Vec<String> = sources(source).collect();
    let sources = source.map(|_| sources.join(": "));
    let detail = error.detail();
    let (detail, source) = (&*detail, sources.as_deref());
    let code = status.as_u16();
    if is_server_error(status) {
        tracing::error!(target: TARGET, group, name, status = code, detail, source, "error response");
    } else {
        tracing::debug!(target: TARGET, group, name, status = code, detail, source, "error response");
    }
}

/// Logs an error that is not of this crate, of a server that failed. The source is what the client does not get, or empty.
pub(crate) fn log_foreign(status: StatusCode, detail: &str, source: &str) {
    let source = (!source.is_empty()).then_some(source);
    let status = status.as_u16();
    tracing::error!(target: TARGET, status, detail, source, "foreign error response");
}
