//! An error as a line of a log.

use std::error::Error;
use std::fmt::{self, Write as _};

use crate::error::KateError;

/// An error for the log: its name, status and detail, the chain of its sources, and the fix.
///
/// `Display` prints one line. The alternate form `{:#}` prints a line for each part. Control characters are escaped, so that a
/// detail from outside cannot forge a line of the log. So are the characters that change the direction of text.
///
/// Sources are for the server's log only: [`KateError::body`] never contains them. At most a hundred sources are printed, since a
/// source may be its own source. A source is left out if the text before it ends with the same text. If the `Display` of a source
/// fails, what it has printed so far is kept.
///
/// ```
/// use kate_errors::Report;
/// use kate_errors::api::ArtifactError;
///
/// assert_eq!(
///     Report::new(&ArtifactError::NotFound).to_string(),
///     "ArtifactError::NotFound (404): Artifact not found; fix: Check the artifact ID",
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Report<'a>(&'a dyn KateError);

impl<'a> Report<'a> {
    /// A report of this error.
    #[must_use]
    pub fn new(error: &'a dyn KateError) -> Self {
        Self(error)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if f.alternate() { "\n  " } else { "; " };
        if let Some(spec) = self.0.spec() {
            // The group of a struct has the struct's own name.
            if spec.group() != spec.name() {
                write!(f, "{}::", spec.group())?;
            }
            write!(f, "{} ", spec.name())?;
        }
        write!(f, "({}): ", self.0.status().as_u16())?;
        OneLine(f).write_str(&self.0.detail())?;
        for source in sources(self.0.source()) {
            write!(f, "{separator}caused by: ")?;
            OneLine(f).write_str(&source)?;
        }
        if let Some(fix) = self.0.fix() {
            write!(f, "{separator}fix: ")?;
            OneLine(f).write_str(fix)?;
        }
        Ok(())
    }
}

/// The texts of a source and of its own sources, at most a hundred. A source is left out if the text before it ends with its
/// text: many errors print their source too, and a log would have the same sentence again and again. Without the limit, an error
/// that is its own source would make an endless loop.
pub(crate) fn sources(first: Option<&(dyn Error + 'static)>) -> impl Iterator<Item = String> {
    let sources = std::iter::successors(first, |&source| source.source()).take(100);
    let mut before: Option<String> = None;
    sources.filter_map(move |source| {
        let text = print_source(source);
        if before
            .as_ref()
            .is_some_and(|before| before.ends_with(&text))
        {
            return None;
        }
        before = Some(text.clone());
        Some(text)
    })
}

/// Prints the texts of sources on the same line, each after a colon.
pub(crate) fn write_sources(
    sources: impl IntoIterator<Item = String>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for source in sources {
        f.write_str(": ")?;
        OneLine(f).write_str(&source)?;
    }
    Ok(())
}

/// Prints a source. If its `Display` fails, the string ends there; `to_string` would panic.
fn print_source(source: &(dyn Error + 'static)) -> String {
    let mut printed = String::new();
    let _ = write!(printed, "{source}");
    printed
}

/// Escapes characters that would start a new line or change how the rest of the line is shown.
struct OneLine<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, string: &str) -> fmt::Result {
        string.chars().try_for_each(|c| {
            if c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}') {
                write!(self.0, "{}", c.escape_default())
            } else {
                self.0.write_char(c)
            }
        })
    }
}

/// Unicode's property `Bidi_Control`: the characters that change the direction of the text after them.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
