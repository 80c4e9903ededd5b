//! What the compiler proves of your errors, and how to cure what it refuses.
//!
//! **Every value of a type that compiles comes back equal from [`Decode::decode`](crate::Decode::decode)** of the status, headers and body
//! that it was sent with.
//!
//! A status and a text are all that a client gets, so two questions decide whether it can know which error it got:
//!
//! - **Has a text two readings by one template?** From "a to b to c", `{from} to {to}` could be "a" and "b to c", or "a to b" and "c".
//! - **Do two templates under one status have a text in common?** `Run {id} {state}` and `Run {id} not found` both say "Run a not found".
//!
//! Both are asked of every type that decodes: of all variants, of the forms of one variant, and through transparent fields
//! into the types of other modules and crates. Both are answered exactly, and each no comes with such a text. One text
//! under two statuses is fine.
//!
//! # How it is checked
//!
//! A template is an automaton: its literals, and for each field the [language](#languages) of the field's type. The macro
//! knows most types by their spelling and looks for the texts as it runs, so that its messages stand at the template. What only the
//! compiler knows (aliases, associated types, your own types, transparent fields) is left to constants beside the impls; the spelling
//! of types is confirmed there too. Decoding runs the same automata: a field takes only texts of its language, so what was
//! proved is what happens.
//!
//! What is too large to be proved is a compile error that says so; nothing is skipped in silence.
//!
//! `cargo run -p oracle-tests -- 2000` in the repository draws two thousand enums that collide often, decides each by brute force over short
//! texts, and compares with what the compiler said.
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
//! | `Ipv4Addr`, `Ipv6Addr`, `IpAddr` | their characters: `0-9.`, and `0-9a-f:.` for the other two |
//! | `SocketAddrV4`, `SocketAddrV6`, `SocketAddr` | their characters: `0-9.:`, and `0-9a-f:.[]%` for the other two |
//! | `uuid::Uuid`, with the feature `uuid` | its characters: `0-9a-f-` |
//! | a type with [`DetailText`](crate::DetailText) | its characters, the empty text included |
//! | any, in a field with `#[kate(chars = "...")]` | those characters, the empty text included |
//! | `String` | any text, the empty one included |
//! | anything else, type parameters too | any text, the empty one included |
//!
//! In the fields of types that are only known by their characters, decoding also compares: what `FromStr` made must print as the
//! text that was read.
//!
//! # What is not promised
//!
//! | exception | why |
//! | --- | --- |
//! | variants with `#[kate(emit_only)]`, those that are so by nature (a source that is no `Option`), and transparent ones of a type that is | they are never read back. Constant texts of theirs must still be their own; those of a transparent variant are not looked at |
//! | variants with `#[kate(lossy)]` | you accepted that their text is read as an earlier variant's, or in its shortest leftmost reading. The mark goes with the variant into every type that holds its type |
//! | `#[kate(other)]` values whose text is a documented error's, under its status or one that it accepts | they come back as that error |
//! | `other` values of an outer type, where a nested type has an `other` too | the inner one takes them |
//! | `other` values with a status below 400 | that is no error, and nothing is decoded |
//! | fields with `#[kate(skip)]` | they are not sent, and come back as their default |
//! | `Option` fields that the written form does not carry | they come back as `None`, as where only one of two balances is known |
//! | header fields with a value that no header holds (control characters but the tab, spaces at its ends), or that does not parse as it printed | they come back as `None` |
//! | header fields whose `FromStr` makes another value of what `Display` prints | they come back as that: a header is not compared, for other servers write it in other ways. A `RetryAfter` has whole seconds |
//! | values that print other characters than their `chars` or [`DetailText`](crate::DetailText) say | the text matches nothing |
//! | types whose `FromStr` does not invert their `Display` | the text matches nothing. So it is with `http::StatusCode`: it prints "404 Not Found" and parses "404", and never comes back |
//! | `SocketAddrV6` with flow information | its `Display` leaves it out |
//! | values that are not equal to themselves | a float that is NaN comes back as NaN |
//!
//! # Cures
//!
//! Say what a field's text is made of, where that is true of all its values; else reword; and where the API's wording is what it
//! is, accept the loss with `lossy`, on the variant that loses.
//!
//! ## Two free fields
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
//! help: reword one, say what a field's text is made of (`#[kate(chars = "0-9a-f")]` on it, `DetailText` on its type), or accept the shortest leftmost reading with `#[kate(lossy)]`
//! ```
//!
//! With characters that the words between them do not have, there is one reading:
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
//! With `lossy`, the shortest leftmost reading wins:
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
//! One free field beside others of narrower languages needs no cure: `{name} used {n} of {m}`, with integers for `n` and `m`, reads
//! even a name that has " used 3 of 4" in it.
//!
//! ## Two templates that meet
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
//! error: `Stopped` and `NotFound` both say "Run a not found" under status 404: a client could not tell which it is
//! help: reword one, say what a field's text is made of (`#[kate(chars = "0-9a-f")]` on it, `DetailText` on its type), or accept that it is read as `Stopped` with `#[kate(lossy)]` on `NotFound`
//! ```
//!
//! Types that say more keep them apart: an integer has no space, and a state of capitals is never "not found".
//!
//! ```
//! # use std::{convert::Infallible, fmt, str::FromStr};
//! # use kate_errors::{Chars, DetailText, KateError};
//! #[derive(Debug, PartialEq)]
//! struct State(String);
//!
//! impl DetailText for State {
//!     const CHARS: Chars = Chars::new("A-Z");
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
//! So does another wording, where it is yours to choose:
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
//! ## A nested type that says the same
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
//! help: reword one, say what a field's text is made of (`#[kate(chars = "0-9a-f")]` on it, `DetailText` on its type), or accept that it is read as the earlier one with `#[kate(lossy)]` on `Query`
//! ```
//!
//! The API sends one text for both, so one of them has to lose. Its own type still tells it:
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
