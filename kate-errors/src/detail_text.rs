//! The texts that the values of a field type print.

pub use kate_errors_core::{
    Addresses, Chars, Integer, Language, Length, PatternError, Words, WordsError,
};

/// The texts that the values of a field type print: their [characters](Language::chars) or [words](Language::words).
///
/// Without this trait, a type of your own may print any text. With it, the compiler knows where the field ends and the text
/// around it begins. Decoding accepts a text for the field only if the text is in the language.
///
/// ```
/// use std::fmt;
/// use std::str::FromStr;
///
/// use kate_errors::{DetailText, KateError, Language};
///
/// #[derive(Debug, PartialEq)]
/// struct State(String);
///
/// impl DetailText for State {
///     const LANGUAGE: Language = Language::chars("A-Z");
/// }
///
/// impl fmt::Display for State {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str(&self.0)
///     }
/// }
///
/// impl FromStr for State {
///     type Err = std::convert::Infallible;
///
///     fn from_str(text: &str) -> Result<Self, Self::Err> {
///         Ok(Self(text.to_owned()))
///     }
/// }
///
/// #[derive(Debug, PartialEq, KateError)]
/// #[status(409)]
/// enum RunError {
///     #[detail("Run is {state}")]
///     Busy { state: State },
///     #[detail("Run is lost")]
///     Lost,
/// }
///
/// assert_eq!("Run is lost".parse(), Ok(RunError::Lost));
/// assert_eq!("Run is DONE".parse(), Ok(RunError::Busy { state: State("DONE".to_owned()) }));
/// assert!("Run is done".parse::<RunError>().is_err());
/// ```
///
/// An enum of a few words lists them. If the enum derives strum's `VariantNames`, which has the words as strum's `Display` prints
/// them, they need no second list: `Language::words(<State as strum::VariantNames>::VARIANTS)`.
///
/// ```
/// # use std::fmt;
/// # use std::str::FromStr;
/// # use kate_errors::{DetailText, KateError, Language};
/// #[derive(Debug, PartialEq)]
/// enum State {
///     Running,
///     Done,
/// }
///
/// impl DetailText for State {
///     const LANGUAGE: Language = Language::words(&["running", "done"]);
/// }
/// #
/// # impl fmt::Display for State {
/// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
/// #         f.write_str(match self {
/// #             Self::Running => "running",
/// #             Self::Done => "done",
/// #         })
/// #     }
/// # }
/// #
/// # impl FromStr for State {
/// #     type Err = ();
/// #
/// #     fn from_str(text: &str) -> Result<Self, ()> {
/// #         match text {
/// #             "running" => Ok(Self::Running),
/// #             "done" => Ok(Self::Done),
/// #             _ => Err(()),
/// #         }
/// #     }
/// # }
///
/// #[derive(Debug, PartialEq, KateError)]
/// #[status(409)]
/// enum RunError {
///     #[detail("Run {id} is {state}")]
///     Busy { id: String, state: State },
///     #[detail("Run {id} is locked")]
///     Locked { id: String },
/// }
///
/// assert_eq!("Run 7 is locked".parse(), Ok(RunError::Locked { id: "7".to_owned() }));
/// ```
pub trait DetailText {
    /// The texts.
    const LANGUAGE: Language;
}
