//! What is sent, what is never sent, and what hostile input can do on either side.
//!
//! # What the client gets
//!
//! | part | content |
//! | --- | --- |
//! | status | that of the variant, or the one in an `other` value |
//! | body | a JSON object with one member: the words of the template, and the fields that it names as their `Display` prints them |
//! | headers | those of `#[header]`, and `content-type: application/json` |
//!
//! # What the client never gets
//!
//! - **Sources.** A template that names a source does not compile, unless the field is marked `#[kate(expose)]`.
//! - **Fields that no template or header names.** This includes fields that only another form names, and fields marked `#[kate(skip)]`.
//! - **`Debug`**, and so what it would print of the fields.
//! - **Fixes, causes, and the names of variants and types.** They are for the [catalog](crate::Documented::CATALOG) and for code that has
//!   the type. The [`ErrorSpec`](crate::ErrorSpec) of a response is in its extensions, which no server sends.
//!
//! The template of an `emit_only` variant is [`format!`]'s, and prints what it names: `{secret:?}`, `{self:?}`, or an argument such as
//! `self.cause`. A source that it names directly is refused. A source that an expression reaches in another way, such as by a closure or a
//! method, is not detected.
//!
//! An error that is not yours, and that a function of a framework's module rewrites, keeps its text below status 500. From 500 on,
//! the client gets the name of the status, and the text goes to the [log](crate#logs). The functions whose names end in `_verbatim`
//! send all texts. Bodies of another content type than `text/plain`, such as pages and JSON, are not rewritten.
//!
//! # What the value of a field can do
//!
//! The value may be from a request, and contain anything.
//!
//! - **In the body**, it cannot leave its string: quotes, backslashes and control characters are escaped.
//! - **In a header**, it is sent unchanged or not at all. A value is left out if it has a character that no header has (RFC 9110,
//!   section 5.5: U+007F, and those below U+0020 except the tab, which includes line breaks), or spaces at its ends. Names and constant
//!   values are checked at compile time.
//! - **It cannot forge another error.** No value makes the detail of another error, because [such templates do not
//!   compile](crate::proof). Exceptions are `lossy` variants, `emit_only` templates and `other`.
//! - **In a web page**, it is dangerous: nothing is escaped for HTML. Browsers do not run `application/json`, but code that puts a detail
//!   into a page must escape it there.
//! - **Its length** is not limited. All of it is sent.
//!
//! # What a response can do to a client
//!
//! - **Time.** No input panics or overflows the stack. The time of decoding is at most proportional to the length of the body times the
//!   number of templates that begin and end as the detail does. That number depends on your API, and not on the server.
//! - **Values.** No value is outside its type, and a field takes only what its type prints. Whether the value makes sense is for you to
//!   check: `retry-after` may be any number of seconds.
//! - **Memory.** `error_for` reads at most 64 KiB of an error's body, and `error_for_within` reads up to a limit of yours. A body that is
//!   longer, or that goes on with empty chunks, is cut there. It is not decoded, and its [kind](crate::UndecodedKind) tells so.
//!   [`Decode::decode`](crate::Decode::decode) takes a body of any length, since you have read it already.
//!   [`Undecoded`](crate::Undecoded) contains a copy of the body and of the detail in it, and so does a [`Received`](crate::Received).
//!
//! # Logs
//!
//! A text with a line break can forge a line of a log, and one with escape sequences can forge a line of a terminal. So:
//!
//! - **[`Report`](crate::Report)** escapes control characters, line and paragraph separators, and the characters that change the direction
//!   of text, in details, sources and fixes. An error is one line with at most a hundred sources. Within the line, a text may
//!   still look like another part. Let programs decide by [`status`](crate::KateError::status) and
//!   [`spec`](crate::KateError::spec).
//! - **[Events](crate#logs) of the feature `tracing`** have texts as string values, not formatted into the message. Subscribers quote them, as
//!   `tracing_subscriber::fmt` does, or encode them.
//! - **`Undecoded`** prints one line with at most 200 characters of the detail or of the body, quoted, and with `{:#}` the client's or the
//!   parser's error. Its `Debug` prints everything, including cookies in the headers, and the body. So does that of
//!   [`Received`](crate::Received), which stands in a client's error.
//! - **The error itself** prints its detail unchanged, and so does a client's error that contains it. Log a `Report` of it instead.
//!
//! ```
//! use kate_errors::{KateError, Report};
//!
//! #[derive(Debug, KateError)]
//! #[status(404)]
//! #[detail("No artifact {name}")]
//! struct NoArtifact {
//!     name: String,
//! }
//!
//! let error = NoArtifact { name: "a\n2026-01-01 ERROR all is lost".to_owned() };
//! assert_eq!(error.to_string(), "No artifact a\n2026-01-01 ERROR all is lost");
//! assert_eq!(Report::new(&error).to_string(), r"NoArtifact (404): No artifact a\n2026-01-01 ERROR all is lost");
//! ```
