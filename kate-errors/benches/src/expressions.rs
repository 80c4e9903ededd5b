//! What reading by expressions needs.

use regex::{Regex, RegexSet};

/// The expressions of all texts, and those of texts with fields.
pub(crate) type Expressions = (RegexSet, Vec<Regex>);

pub(crate) fn compile(all: &[&str], captured: &[&str]) -> Expressions {
    let regex = |text: &&str| Regex::new(text).expect("the generator writes expressions");
    (
        RegexSet::new(all).expect("the generator writes expressions"),
        captured.iter().map(regex).collect(),
    )
}
