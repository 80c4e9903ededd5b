//! Long bodies that repeat a template's own literals, which would make a matcher backtrack.

use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, KateError};

use crate::Meter;
use crate::peer::OURS;

#[derive(Debug, KateError)]
#[allow(dead_code, reason = "only `Debug` reads the fields")]
enum Error {
    #[status(404)]
    #[detail("Run {run} was lost")]
    One { run: String },
    /// The types of the fields tell where each ends.
    #[status(409)]
    #[detail("{agent} used {used} of {limit} tokens in {run}")]
    Four {
        agent: String,
        used: u64,
        limit: u64,
        run: u64,
    },
    /// All readings have to be compared.
    #[status(410)]
    #[detail("{from} to {to} by {agent} at {place}")]
    #[kate(lossy)]
    Searched {
        from: String,
        to: u64,
        agent: String,
        place: String,
    },
}

/// A name, a status, and the start, the repeated middle and the end of the detail.
type Case = (
    &'static str,
    StatusCode,
    &'static str,
    &'static str,
    &'static str,
);

const CASES: [Case; 7] = [
    (
        "one field",
        StatusCode::NOT_FOUND,
        "Run ",
        "Run  was lost",
        " was lost",
    ),
    (
        "one field, wrong at its end",
        StatusCode::NOT_FOUND,
        "Run ",
        "Run  was lost",
        ".",
    ),
    (
        "four fields",
        StatusCode::CONFLICT,
        "",
        " used 1 of 2 tokens in ",
        " used 1 of 2 tokens in 3",
    ),
    (
        "four fields, wrong at their end",
        StatusCode::CONFLICT,
        "",
        " used 1 of 2 tokens in ",
        ".",
    ),
    (
        "four fields, searched",
        StatusCode::GONE,
        "",
        " to 1 by  at ",
        "x",
    ),
    (
        "four fields, searched in vain",
        StatusCode::GONE,
        "",
        " to x by  at ",
        "x",
    ),
    (
        "escapes",
        StatusCode::NOT_FOUND,
        "Run ",
        r"\n\u00e9\\",
        " was lost",
    ),
];

/// The sizes, in kilobytes: the second is sixteen times the first.
const SIZES: [(&str, usize); 2] = [("64 KB", 64), ("1 MB", 1024)];

pub(crate) fn measure(meter: &mut impl Meter) {
    let headers = HeaderMap::new();
    for (name, status, start, repeated, end) in CASES {
        for (size, kilobytes) in SIZES {
            let body = || {
                let middle = repeated.repeat(kilobytes * 1024 / repeated.len());
                format!(r#"{{"detail":"{start}{middle}{end}"}}"#)
            };
            let body = std::cell::LazyCell::new(body);
            let row = format!("hostile, {size}: {name}");
            meter.measure(&row, OURS, 1, || {
                Error::decode(status, &headers, body.as_bytes())
            });
        }
    }
}

/// Pairs of rows. The second may take seventeen times the instructions of the first.
#[must_use]
pub fn pairs() -> Vec<[String; 2]> {
    let row = |name: &str, size: usize| format!("hostile, {}: {name}", SIZES[size].0);
    CASES
        .iter()
        .map(|(name, ..)| [row(name, 0), row(name, 1)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{CASES, Error};
    use http::HeaderMap;
    use kate_errors::Decode;

    #[test]
    fn a_body_decodes_unless_its_name_tells_otherwise() {
        for (name, status, start, repeated, end) in CASES {
            let body = format!(r#"{{"detail":"{start}{}{end}"}}"#, repeated.repeat(40));
            let error = Error::decode(status, &HeaderMap::new(), body.as_bytes());
            let in_vain = name.contains("wrong") || name.contains("vain");
            assert_eq!(error.is_ok(), !in_vain, "{name}: {error:?}");
        }
    }
}
