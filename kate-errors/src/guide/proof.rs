//! What the compiler proves about your errors, and how to fix what it refuses.
//!
//! **Every value of a type that compiles comes back equal from [`Decode::decode`](crate::Decode::decode)**, given the status, headers and
//! body with which it was sent.
//!
//! A client gets a status and a detail. Two questions decide whether they tell it which error it got:
//!
//! - **Does one template match a detail in two ways?** With `{from} to {to}`, the detail "a to b to c" could have the fields "a" and
//!   "b to c", or "a to b" and "c".
//! - **Do two templates with the same status match the same detail?** `Run {id} {state}` and `Run {id} not found` both match
//!   "Run a not found".
//!
//! Both questions are asked about every type that decodes: about all its variants, about the forms of one variant, and about the
//! types of transparent fields, also if these are from other modules or crates. The answers are exact, and a compile error shows such a
//! detail. The same detail with two statuses is allowed. A form that is never written may match a detail of an earlier form of its own
//! variant, which is read.
//!
//! A third question needs no detail: **do two transparent variants hold types that each have an `other` variant?** Only that of the
//! first would ever be read, so the second one must be `lossy`. The type of a transparent field may have an `other` beside the outer
//! type's own.
//!
//! A transparent field whose type depends on a type parameter is known too late for the proof. Its variant must be `lossy`, and come
//! after all variants that are not.
//!
//! # How it is checked
//!
//! A template is an automaton, made of its literals and of the [language](#languages) of each field's type. The macro knows most
//! types by their names and looks for such details itself, so that its messages are at the template. Aliases, associated types, your own
//! types and transparent fields are known to the compiler only, so constants beside the impls check them. Other constants confirm that the
//! types are those that the macro took them for. Decoding uses the same automata: a field takes only texts of its language, so what
//! happens at run time is what was proved.
//!
//! If the proof would be too large, that is a compile error too: a template that is compared may have 31 placeholders. Nothing is left out
//! silently.
//!
//! `cargo run -p oracle-tests -- 2000` in the repository generates two thousand enums with many conflicts, decides each by brute force over
//! short texts, and compares the results with the compiler's.
//!
//! # Languages
//!
//! | field type | its texts |
//! | --- | --- |
//! | `u8` to `u128`, `usize`, `i8` to `i128`, `isize` | the integers of the type's range, without `+`, leading zeros or `-0` |
//! | their `NonZero` | the same without `0` |
//! | `f32`, `f64` | as `Display` writes them: `-0.5`, `1000000`, `inf`, `NaN` |
//! | `bool` | `true`, `false` |
//! | `char` | any one character |
//! | `Ipv4Addr` | four numbers from 0 to 255, as in `127.0.0.1` |
//! | `Ipv6Addr` | groups of up to four digits of `0-9a-f`, with at most one `::`, or `::ffff:` and an IPv4 address |
//! | `IpAddr` | those of both |
//! | `SocketAddrV4`, `SocketAddrV6`, `SocketAddr` | any text of their characters: `0-9.:`, and `0-9a-f:.[]%` for the other two |
//! | `uuid::Uuid`, with the feature `uuid` | 32 digits of `0-9a-f` with four hyphens, as in `67e55044-10b1-426f-9247-bb680e5fe0c8` |
//! | a type with [`DetailText`](crate::DetailText) | its words, or any text of its characters, also the empty one |
//! | any type, in a field with `#[kate(chars = "...")]` | any text of those characters, also the empty one |
//! | a text, in a field with `#[kate(chars = "...", len = 32)]` or `len = 1..=63` | any text of those characters with such a length. Without `chars`, all characters |
//! | any type, in a field with `#[kate(words("...", "..."))]` | these words |
//! | `String` | any text, also the empty one |
//! | a `Box`, `Arc`, `Rc`, `Wrapping` or `Saturating` of a type, by that name | the texts of the type inside; those of `String` for `Box<str>`, `Arc<str>`, `Rc<str>` and `Cow<str>` |
//! | any other type, also a type parameter | any text, also the empty one |
//!
//! A `PathBuf` and a `Duration` have no `Display`, so no template has one: hold the text that you want to send.
//!
//! A field that a template has twice counts as two fields here. So a template can be refused in which no detail has two readings with equal texts.
//!
//! If only the characters of a type are known, decoding also compares: the value that `FromStr` returns must print as the text that was
//! read.
//!
//! # What is not promised
//!
//! | exception | what happens |
//! | --- | --- |
//! | variants with `#[kate(emit_only)]`, variants whose source is not an `Option`, and transparent variants of an emit-only type | They are never decoded. A constant detail of such a variant must still differ from those that are decoded. The details of a transparent one are not checked |
//! | variants with `#[kate(lossy)]` | You have accepted that their detail is decoded as an earlier variant, or with the reading in which the first field is shortest. The mark applies in every type that contains the variant's type |
//! | `#[kate(other)]` values with the detail of a documented error, under its status or one that it accepts | They come back as that error |
//! | `other` values of an outer type, if a nested type has an `other` too | They come back as that of the nested type |
//! | `other` values of the type in a `lossy` transparent variant, if the type of an earlier one has an `other` too | They come back as that of the earlier type |
//! | `other` values with a status below 400 | That is not an error, and nothing is decoded |
//! | fields with `#[kate(skip)]` | They are not sent, and come back as their default |
//! | `Option` fields that the written form does not have, for example if only one of two balances is known | They come back as `None` |
//! | header fields with a value that no header can hold (control characters except the tab, spaces at its ends), or that does not parse | They come back as `None` |
//! | header fields whose `FromStr` returns another value than was printed | They come back as that value. A header is not compared, because other servers write it in other ways. A `RetryAfter` has whole seconds |
//! | values that print characters that their `chars` or [`DetailText`](crate::DetailText) do not have | The detail matches no variant |
//! | types whose `FromStr` does not invert their `Display` | The detail matches no variant. `http::StatusCode` is such a type: it prints "404 Not Found" and parses "404". `chrono::NaiveDateTime` prints a space, and parses a `T` |
//! | `SocketAddrV6` with flow information | Its `Display` leaves it out |
//! | values that are not equal to themselves | A NaN comes back as a NaN |
//!
//! # Cures
//!
//! If one field is too wide, the message has a line for it: the macro tries sets of characters, the widest first, and prints the first one
//! that was proved to cure the text. Take it if all values of the field have only these characters. Words are narrower still.
//!
//! Declare the characters of a field, if all its values have only these. Else change the wording. If the API's wording is given, accept
//! the loss with `lossy`, on the variant that loses.
//!
//! ## Two fields that print any text
//!
//! ```compile_fail
//! # use kate_errors::KateError;
//! #[derive(Debug, KateError)]
//! #[status(409)]
//! #[detail("Cannot go from {from} to {to}")]
//! struct Transition {
//!     from: String,
//!     to: String,
//! }
//! ```
//!
//! ```text
//! error: "Cannot go from a to b to c" has two readings by this text: `from` is "a", or "a to b"
//! help: write `#[kate(chars = "!-~")]` on `from`, reword one, or accept the shortest leftmost reading with `#[kate(lossy)]`
//! ```
//!
//! If the fields cannot contain the words between them, there is one reading:
//!
//! ```
//! # use kate_errors::KateError;
//! #[derive(Debug, PartialEq, KateError)]
//! #[status(409)]
//! #[detail("Cannot go from {from} to {to}")]
//! struct Transition {
//!     #[kate(chars = "A-Z_")]
//!     from: String,
//!     #[kate(chars = "A-Z_")]
//!     to: String,
//! }
//!
//! let error = Transition { from: "NEW".to_owned(), to: "DONE".to_owned() };
//! assert_eq!("Cannot go from NEW to DONE".parse(), Ok(error));
//! ```
//!
//! With `lossy`, the reading in which the first field is shortest wins:
//!
//! ```
//! # use kate_errors::KateError;
//! #[derive(Debug, PartialEq, KateError)]
//! #[status(409)]
//! #[detail("Cannot go from {from} to {to}")]
//! #[kate(lossy)]
//! struct Transition {
//!     from: String,
//!     to: String,
//! }
//!
//! let error = Transition { from: "a".to_owned(), to: "b to c".to_owned() };
//! assert_eq!("Cannot go from a to b to c".parse(), Ok(error));
//! ```
//!
//! One field that prints any text needs no cure if the others are of narrower types. `{name} used {n} of {m}`, with integers for `n`
//! and `m`, reads even a name that contains " used 3 of 4".
//!
//! ## Two templates that match the same detail
//!
//! ```compile_fail
//! # use kate_errors::KateError;
//! #[derive(Debug, KateError)]
//! #[status(404)]
//! enum RunError {
//!     #[detail("Run {id} {state}")]
//!     Stopped { id: String, state: String },
//!     #[detail("Run {id} not found")]
//!     NotFound { id: String },
//! }
//! ```
//!
//! ```text
//! error: "Run a b c" has two readings by this text: `id` is "a", or "a b"
//! error: `Stopped` and `NotFound` both say "Run a not found" under status 404: `Stopped` with `id` "a" and `state` "not found", or `NotFound` with `id` "a"
//! help: write `#[kate(chars = "A-Z_")]` on `state` of `Stopped`, reword one, or accept that it is read as `Stopped` with `#[kate(lossy)]` on `NotFound`
//! ```
//!
//! If a field prints a few words, say which. No word is "not found", so the id may still be any text:
//!
//! ```
//! # use kate_errors::KateError;
//! #[derive(Debug, PartialEq, KateError)]
//! #[status(404)]
//! enum RunError {
//!     #[detail("Run {id} {state}")]
//!     Stopped {
//!         id: String,
//!         #[kate(words("done", "killed"))]
//!         state: String,
//!     },
//!     #[detail("Run {id} not found")]
//!     NotFound { id: String },
//! }
//!
//! assert_eq!("Run 7 not found".parse(), Ok(RunError::NotFound { id: "7".to_owned() }));
//! ```
//!
//! Narrower types tell them apart too: an integer contains no space, and a state in capitals is never "not found".
//!
//! ```
//! # use std::{convert::Infallible, fmt, str::FromStr};
//! # use kate_errors::{DetailText, KateError, Language};
//! #[derive(Debug, PartialEq)]
//! struct State(String);
//!
//! impl DetailText for State {
//!     const LANGUAGE: Language = Language::chars("A-Z");
//! }
//! # impl fmt::Display for State {
//! #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
//! #         f.write_str(&self.0)
//! #     }
//! # }
//! # impl FromStr for State {
//! #     type Err = Infallible;
//! #     fn from_str(text: &str) -> Result<Self, Infallible> {
//! #         Ok(Self(text.to_owned()))
//! #     }
//! # }
//!
//! #[derive(Debug, PartialEq, KateError)]
//! #[status(404)]
//! enum RunError {
//!     #[detail("Run {id} {state}")]
//!     Stopped { id: u64, state: State },
//!     #[detail("Run {id} not found")]
//!     NotFound { id: u64 },
//! }
//!
//! assert_eq!("Run 7 not found".parse(), Ok(RunError::NotFound { id: 7 }));
//! ```
//!
//! So does another wording, if you can choose it:
//!
//! ```
//! # use kate_errors::KateError;
//! #[derive(Debug, PartialEq, KateError)]
//! #[status(404)]
//! enum RunError {
//!     #[detail("Run {id} is in state {state}")]
//!     Stopped {
//!         #[kate(chars = "0-9a-f")]
//!         id: String,
//!         state: String,
//!     },
//!     #[detail("No run {id}")]
//!     NotFound { id: String },
//! }
//! ```
//!
//! ## A nested type with the same detail
//!
//! ```compile_fail
//! # use kate_errors::KateError;
//! # use kate_errors::api::{QueryError, SubscriptionError};
//! #[derive(Debug, KateError)]
//! enum AgentError {
//!     #[kate(transparent)]
//!     Subscription(#[from] SubscriptionError),
//!     #[kate(transparent)]
//!     Query(#[from] QueryError),
//! }
//! ```
//!
//! ```text
//! error: `SubscriptionError::InsufficientTokenBalance` and `QueryError::InsufficientTokenBalance`, which `Query` holds,
//! both say "Insufficient token balance" under status 402: a client could not tell which it is
//! help: reword one, say what a field's text is made of (`#[kate(chars = "0-9a-f")]` or `#[kate(words("on", "off"))]` on it, `DetailText` on its type), or accept that it is read as the earlier one with `#[kate(lossy)]` on `Query`
//! ```
//!
//! The API sends the same detail for both, so one of them has to lose. If you decode with its own type, it still comes back:
//!
//! ```
//! # use kate_errors::{Decode, KateError};
//! # use kate_errors::api::{QueryError, SubscriptionError};
//! # use http::{HeaderMap, StatusCode};
//! #[derive(Debug, PartialEq, KateError)]
//! enum AgentError {
//!     #[kate(transparent)]
//!     Subscription(#[from] SubscriptionError),
//!     #[kate(transparent, lossy)]
//!     Query(#[from] QueryError),
//! }
//!
//! let (status, headers) = (StatusCode::PAYMENT_REQUIRED, HeaderMap::new());
//! let body = br#"{"detail": "Insufficient token balance"}"#;
//! assert!(matches!(AgentError::decode(status, &headers, body), Ok(AgentError::Subscription(_))));
//! assert!(QueryError::decode(status, &headers, body).is_ok());
//! ```
