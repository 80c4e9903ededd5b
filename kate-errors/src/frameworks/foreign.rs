//! Rewrites foreign errors: those of a framework, its middleware and its extractors, and short texts of handlers.

use bytes::Bytes;
use http::StatusCode;
use kate_errors_core::json;

use crate::catalog::Documented;
use crate::wire::{BODY_LIMIT, is_error, is_server_error};

/// How foreign errors are rewritten.
#[derive(Clone, Copy, Debug)]
pub(super) struct Foreign {
    /// The JSON member that contains the detail.
    member: &'static str,
    server_texts: ServerTexts,
}

/// What happens to the texts of errors with a status from 500 on. Such a text may tell how the server is built.
#[derive(Clone, Copy, Debug)]
enum ServerTexts {
    /// They are logged. The client gets the name of the status.
    Logged,
    /// They are sent.
    Sent,
}

/// What happens to a response.
#[derive(Clone, Copy, Debug)]
pub(super) enum Plan {
    /// It is sent as it is.
    Keep,
    /// Its body is a short text, which is read.
    Read,
    /// Its body is replaced, and not read.
    Replace,
}

/// Headers about a body that is not sent.
pub(super) const STALE_HEADERS: [&str; 6] = [
    "content-disposition",
    "content-encoding",
    "content-length",
    "content-range",
    "etag",
    "last-modified",
];

impl Foreign {
    /// In the layout of this type.
    pub(super) fn of<E: Documented>() -> Self {
        Self {
            member: E::CATALOG.member(),
            server_texts: ServerTexts::Logged,
        }
    }

    /// In the layout of this type, and with all texts.
    pub(super) fn verbatim<E: Documented>() -> Self {
        Self {
            server_texts: ServerTexts::Sent,
            ..Self::of::<E>()
        }
    }

    /// What happens to a response with this status and these headers. The length is that of the body, if it is known.
    pub(super) fn plan(
        self,
        status: StatusCode,
        content_type: Option<&[u8]>,
        is_encoded: bool,
        length: Option<u64>,
    ) -> Plan {
        if !is_error(status) || !content_type.is_none_or(is_plain) {
            return Plan::Keep;
        }
        let is_short = length.is_some_and(|length| length <= BODY_LIMIT as u64);
        if is_short && !is_encoded {
            Plan::Read
        } else if self.hides(status) {
            Plan::Replace
        } else {
            Plan::Keep
        }
    }

    /// The body for a foreign error with this text. Without a text, the detail is the name of the status. If the server failed,
    /// the error is logged, with the reason, which is never sent.
    pub(super) fn body(self, status: StatusCode, text: &[u8], reason: &str) -> Bytes {
        let name = status.canonical_reason().unwrap_or("Unknown error");
        let detail = match std::str::from_utf8(text) {
            Ok(text) if !text.is_empty() && !self.hides(status) => text,
            Ok(_) | Err(_) => name,
        };
        #[cfg(feature = "tracing")]
        if is_server_error(status) {
            let text = String::from_utf8_lossy(text);
            let sources = [&*text, reason].into_iter();
            let sources: Vec<_> = sources
                .filter(|source| !source.is_empty() && *source != detail)
                .collect();
            crate::log::log_foreign(status, detail, &sources.join(": "));
        }
        #[cfg(not(feature = "tracing"))]
        let _ = reason;
        json::body(self.member, detail).into()
    }

    /// Whether the text of an error with this status is not sent.
    pub(super) fn hides(self, status: StatusCode) -> bool {
        match self.server_texts {
            ServerTexts::Logged => is_server_error(status),
            ServerTexts::Sent => false,
        }
    }
}

/// The status of a foreign error, and its text for an error of the user that is made of it. From 500 on, the text is logged, and the
/// name of the status stands for it. So it does where there is no text.
#[cfg(any(feature = "actix_web", feature = "poem", feature = "warp"))]
pub(super) fn status_and_text(status: StatusCode, text: String) -> (StatusCode, String) {
    let is_hidden = is_server_error(status);
    if !is_hidden && !text.is_empty() {
        return (status, text);
    }
    let name = status.canonical_reason().unwrap_or("Unknown error");
    #[cfg(feature = "tracing")]
    if is_hidden && !text.is_empty() && text != name {
        crate::log::log_foreign(status, name, &text);
    }
    (status, name.to_owned())
}

/// Whether a content type is that of plain text.
fn is_plain(content_type: &[u8]) -> bool {
    let start = content_type.get(..10);
    start.is_some_and(|start| start.eq_ignore_ascii_case(b"text/plain"))
}

#[cfg(any(
    feature = "axum",
    feature = "poem",
    feature = "salvo",
    feature = "warp"
))]
mod http_response {
    use http::HeaderMap;
    use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderValue};
    use http_body::Body;
    use http_body_util::{BodyExt as _, Collected};

    use super::{Bytes, Foreign, Plan, STALE_HEADERS, StatusCode};
    use crate::wire::JSON;

    impl Foreign {
        /// The new body of a response that is rewritten, else the body that it has. A new body has its headers.
        pub(in crate::frameworks) async fn rewrite<B: Body>(
            self,
            status: StatusCode,
            headers: &mut HeaderMap,
            body: B,
        ) -> Result<Bytes, B> {
            let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
            let is_encoded = headers.contains_key(CONTENT_ENCODING);
            let length = body.size_hint().exact();
            let text = match self.plan(status, content_type, is_encoded, length) {
                Plan::Keep => return Err(body),
                Plan::Read => body.collect().await.map(Collected::to_bytes),
                Plan::Replace => Ok(Bytes::new()),
            };
            Ok(self.respond(status, headers, &text.unwrap_or_default(), ""))
        }

        /// As [`Foreign::body`], with its headers.
        pub(in crate::frameworks) fn respond(
            self,
            status: StatusCode,
            headers: &mut HeaderMap,
            text: &[u8],
            reason: &str,
        ) -> Bytes {
            for stale in STALE_HEADERS {
                headers.remove(stale);
            }
            headers.insert(CONTENT_TYPE, JSON);
            self.body(status, text, reason)
        }
    }
}
