//! The work that is measured: every peer's way with the same errors.

mod body;
pub mod describe;
mod emit;
mod expressions;
pub mod generate;
mod hand;
pub mod hostile;
mod meter;
mod sets;
#[cfg(test)]
mod tests;
mod text;

pub use meter::{Meter, Name, Names, Once};

/// The peers, as the table heads their columns.
pub mod peer {
    /// This crate.
    pub const OURS: &str = "ours";
    /// Without a status.
    pub const OURS_PARSE: &str = "ours, `parse()`";
    /// This crate, behind a parser of JSON.
    pub const OURS_SERDE: &str = "serde_json + ours";
    /// A length switch and splits, or ready-made bodies and one pass.
    pub const HAND: &str = "by hand";
    /// `to_string()`, then `serde_json::to_vec`.
    pub const THISERROR: &str = "thiserror + serde_json";
    /// An expression a variant, one after the other.
    pub const PARSE_DISPLAY: &str = "parse-display";
    /// A `match` on constant texts.
    pub const STRUM: &str = "strum";
    /// One automaton for all.
    pub const REGEX: &str = "RegexSet";
}

/// Shows all work to a meter.
pub fn measure(meter: &mut impl Meter) {
    emit::measure(meter);
    text::measure(meter);
    body::measure(meter);
    hostile::measure(meter);
}
