//! What operators see of an error that is sent: its sources, which the client never does.

use crate::KateError;
use crate::report::{said, sources};

/// Logs an error that has a source: at `error` where the server failed, else at `debug`. Texts are recorded as strings, which
/// subscribers quote: a line break in one starts no new line of the log.
pub(crate) fn log(error: &(impl KateError + ?Sized)) {
    let Some(source) = error.source() else {
        return;
    };
    let status = error.status();
    let heard = if status.as_u16() < 500 {
        tracing::enabled!(tracing::Level::DEBUG)
    } else {
        tracing::enabled!(tracing::Level::ERROR)
    };
    if !heard {
        return;
    }
    let name = error.spec().map_or("", |spec| spec.name());
    let chain: Vec<String> = sources(Some(source)).map(said).collect();
    let (detail, chain) = (error.detail(), chain.join(": "));
    let (status, detail, source) = (status.as_u16(), &*detail, &*chain);
    if status >= 500 {
        tracing::error!(name, status, detail, source, "error response");
    } else {
        tracing::debug!(name, status, detail, source, "error response");
    }
}
