//! The header `retry-after` (RFC 9110, section 10.2.3).

use std::error::Error;
use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

/// When to try again: after a number of seconds, or at a time. It is a field type for `#[header("retry-after")]`.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use kate_errors::{KateError, RetryAfter};
///
/// #[derive(Debug, PartialEq, KateError)]
/// #[status(503)]
/// #[detail("Down for maintenance")]
/// struct Down {
///     #[header("retry-after")]
///     retry_after: Option<RetryAfter>,
/// }
///
/// let error = Down { retry_after: Some(RetryAfter::Seconds(120)) };
/// assert_eq!(error.headers()["retry-after"], "120");
///
/// let at: RetryAfter = "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap();
/// let before = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_770);
/// assert_eq!(at.delay(before), Duration::from_secs(7));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// After this many seconds.
    Seconds(u64),
    /// At this time, in whole seconds. Times before 1970 or after 9999 are written as the nearest date in that range.
    At(SystemTime),
}

impl RetryAfter {
    /// How long to wait from now on. It is zero if the time is in the past.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    ///
    /// use kate_errors::RetryAfter;
    ///
    /// assert_eq!(RetryAfter::Seconds(30).delay(SystemTime::now()), Duration::from_secs(30));
    /// assert_eq!(RetryAfter::At(SystemTime::UNIX_EPOCH).delay(SystemTime::now()), Duration::ZERO);
    /// ```
    #[must_use]
    pub fn delay(self, now: SystemTime) -> Duration {
        match self {
            Self::Seconds(seconds) => Duration::from_secs(seconds),
            Self::At(time) => time.duration_since(now).unwrap_or_default(),
        }
    }
}

impl fmt::Display for RetryAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The end of the year 9999: an HTTP date has four digits for the year.
        const END: Duration = Duration::from_secs(253_402_300_799);
        match self {
            Self::Seconds(seconds) => seconds.fmt(f),
            Self::At(time) => {
                let since = time.duration_since(SystemTime::UNIX_EPOCH);
                let since = since.unwrap_or_default().min(END);
                httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + since).fmt(f)
            }
        }
    }
}

impl FromStr for RetryAfter {
    type Err = RetryAfterError;

    fn from_str(text: &str) -> Result<Self, RetryAfterError> {
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text
                .parse()
                .map(Self::Seconds)
                .map_err(|_| RetryAfterError(()));
        }
        let time = httpdate::parse_http_date(text);
        time.map(Self::At).map_err(|_| RetryAfterError(()))
    }
}

/// A header value that is neither a number of seconds nor an HTTP date.
///
/// ```
/// use kate_errors::RetryAfter;
///
/// let error = "soon".parse::<RetryAfter>().unwrap_err();
/// assert_eq!(error.to_string(), "neither a number of seconds nor an HTTP date");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryAfterError(());

impl fmt::Display for RetryAfterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a number of seconds nor an HTTP date")
    }
}

impl Error for RetryAfterError {}
