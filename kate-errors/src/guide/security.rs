//! What leaves the server, what never does, and what hostile input can do on either side.
//!
//! # What the client gets
//!
//! | part | what it is made of |
//! | --- | --- |
//! | status | the variant's; of `other` the one that it holds |
//! | body | one JSON object with one member: the words of the template, and the fields that it names as their `Display` prints them |
//! | headers | those of `#[header]`, and `content-type: application/json` |
//!
//! # What it never gets
//!
//! - **Sources.** A template that names a source does not compile, unless the field says `#[kate(expose)]`.
//! - **Fields that no template or header names**, those of another form and those marked `#[kate(skip)]` among them.
//! - **`Debug`**, and so what it would print of the fields.
//! - **Fix, cause, names of variants and types.** They are for the [catalog](crate::Documented::CATALOG), and for whoever has the type. The
//!   [`ErrorSpec`](crate::ErrorSpec) that a response carries is in its extensions, which no server sends.
//!
//! A text that is never read back (`emit_only`) is [`format!`]'s, and prints what it is told to: `{secret:?}`, `{self:?}`,
//! an argument such as `self.cause`. A source that it names by itself is refused; one that an expression comes to in another
//! way, by a closure or a method, is not seen. Errors that are not yours keep the text that the framework or the handler gave them,
//! where that is text.
//!
//! # What a field's value can do
//!
//! It may come from a request, and hold anything.
//!
//! - **In the body** it stays inside its string: quotes, backslashes and control characters are escaped.
//! - **In a header** it is sent whole or not at all: a value with a character that no header has (RFC 9110, section 5.5: those
//!   below U+0020 but the tab, line breaks among them, and U+007F) is left out, and so is one with spaces at its ends. Names and
//!   constant values are checked by the compiler.
//! - **Among errors** it stays what it is: no value makes the text of another error, for [such templates do not compile](crate::proof). You
//!   waive that with `lossy`, and for the texts of `emit_only` templates and of `other`.
//! - **In a page** it is what it was: nothing is escaped for HTML. Browsers run no `application/json`; who puts a text into a
//!   page escapes it there.
//! - **Its length** is yours to limit: all of it is sent.
//!
//! # What a response can do to a client
//!
//! - **No input panics**, overflows the stack, or makes decoding take more time than in proportion to its length, times the number of
//!   templates that begin and end as the text does: your API's choice, and not the server's.
//! - **No value is out of its type**: a field takes what its type prints, and nothing else. How much sense it makes is for you to see;
//!   `retry-after` may be any number of seconds.
//! - **Memory** has a limit: `error_for` reads 64 KiB of an error's body and `error_for_within` what you say. What is longer, or goes on
//!   without bringing anything, is cut there, not looked into, and says so ([`UndecodedKind`](crate::UndecodedKind)). [`Decode::decode`](crate::Decode::decode) takes what you have read
//!   already, of any length; [`Undecoded`](crate::Undecoded) has it once more, and the text that it found in it.
//!
//! # Logs
//!
//! A text with a line break can forge a line of the log, and one with escape sequences a line of the terminal. So:
//!
//! - [`Report`](crate::Report) escapes control characters, separators of lines and paragraphs, and those that turn the direction of
//!   text around, in texts, sources and fixes. One error is one line, with a hundred sources at the most. Within it a text may still look like another part: what
//!   a machine decides by is [`status`](crate::KateError::status) and [`spec`](crate::KateError::spec).
//! - **Events of the feature `tracing`** have texts as strings, not formatted into the message: subscribers quote them, as
//!   `tracing_subscriber::fmt` does, or encode them.
//! - **`Undecoded` prints** as one line with at most 200 characters of the text, quoted. Its `Debug` has everything: headers with
//!   their cookies, and the body.
//! - **The error itself prints** its text as it is, and so does a client's error that holds it. Log a `Report` of it instead.
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
