//! The work that is measured: what each peer does with the same errors.

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
    /// This crate without a status: `FromStr`.
    pub const OURS_PARSE: &str = "ours, `parse()`";
    /// A parser of JSON, and then this crate.
    pub const OURS_SERDE: &str = "serde_json + ours";
    /// Code for these errors alone. It reads with a switch on the length, and writes constant bodies.
    pub const HAND: &str = "by hand";
    /// `to_string()`, then `serde_json::to_vec`.
    pub const THISERROR: &str = "thiserror + serde_json";
    /// A regular expression for each variant, one after the other.
    pub const PARSE_DISPLAY: &str = "parse-display";
    /// A `match` on constant texts.
    pub const STRUM: &str = "strum";
    /// One regular expression for all variants.
    pub const REGEX: &str = "RegexSet";
}

/// Passes all work to a meter.
pub fn measure(meter: &mut impl Meter) {
    emit::measure(meter);
    text::measure(meter);
    body::measure(meter);
    hostile::measure(meter);
}
