//! The characters that the values of a field type print.

pub use kate_errors_core::{Chars, PatternError};

/// The characters that the values of a field type print.
///
/// Without this trait, a type of your own may print any text. With it, the compiler knows where the field ends and the text
/// around it begins. Decoding accepts a text for the field only if all its characters are in the set. The empty text is always in
/// the language of the type.
///
/// ```
/// use std::fmt;
/// use std::str::FromStr;
///
/// use kate_errors::{Chars, Decode, DetailText, KateError};
///
/// #[derive(Debug, PartialEq)]
/// struct State(String);
///
/// impl DetailText for State {
///     const CHARS: Chars = Chars::new("A-Z");
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
pub trait DetailText {
    /// The characters.
    const CHARS: Chars;
}
