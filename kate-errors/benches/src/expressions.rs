//! Functions for code that reads with regular expressions.

use regex::{Regex, RegexSet};

/// The regular expressions of all texts as one set, and those of texts with fields.
pub(crate) type Expressions = (RegexSet, Vec<Regex>);

pub(crate) fn compile(all: &[&str], captured: &[&str]) -> Expressions {
    let regex = |text: &&str| Regex::new(text).expect("the generator writes valid expressions");
    (
        RegexSet::new(all).expect("the generator writes valid expressions"),
        captured.iter().map(regex).collect(),
    )
}
