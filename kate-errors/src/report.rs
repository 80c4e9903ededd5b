//! Errors as log lines.

use std::error::Error;
use std::fmt::{self, Write as _};

use crate::KateError;

/// An error for the log: its name, status and text, the chain of its sources, and the fix.
///
/// One line, in which control characters are escaped, so that no text can pretend to be a line of its own, and so are those that
/// turn the direction of what follows around. The alternate form `{:#}` gives each part a line. Sources stay on the server's side:
/// [`KateError::body`] never has them. Of a chain without an end the first hundred are shown, and a source whose own `Display` fails
/// as far as it came.
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
            // A struct is its own group.
            if spec.group() != spec.name() {
                write!(f, "{}::", spec.group())?;
            }
            write!(f, "{} ", spec.name())?;
        }
        write!(f, "({}): ", self.0.status().as_u16())?;
        OneLine(f).write_str(&self.0.detail())?;
        for source in sources(self.0.source()) {
            write!(f, "{separator}caused by: ")?;
            OneLine(f).write_str(&said(source))?;
        }
        if let Some(fix) = self.0.fix() {
            write!(f, "{separator}fix: ")?;
            OneLine(f).write_str(fix)?;
        }
        Ok(())
    }
}

/// A source and its own, the nearest first. One that is its own source, by mistake, would have no end.
pub(crate) fn sources<'a>(
    first: Option<&'a (dyn Error + 'static)>,
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(first, |&source| source.source()).take(100)
}

/// What a source says: an error in its `Display` ends the text, where `to_string` would panic.
pub(crate) fn said(source: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    let _ = write!(text, "{source}");
    text
}

/// Escapes control characters, line breaks among them, and what reorders the line on a screen (Unicode's property `Bidi_Control`).
struct OneLine<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| {
            if c.is_control() || reorders(c) || matches!(c, '\u{2028}' | '\u{2029}') {
                write!(self.0, "{}", c.escape_default())
            } else {
                self.0.write_char(c)
            }
        })
    }
}

fn reorders(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
