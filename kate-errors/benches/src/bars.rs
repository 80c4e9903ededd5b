//! The bars of the table of instructions.

use benches::peer::{HAND, OURS, OURS_SERDE, PARSE_DISPLAY, STRUM, THISERROR};

use crate::counts::Counts;
use crate::table;
use Against::{Ourselves, Peer};

/// What a row of ours is compared with.
enum Against {
    /// The same row of a peer.
    Peer(&'static str),
    /// Another row of ours.
    Ourselves(&'static str),
}

/// A row of ours, what it is compared with, and the ratio that is the bar. If the bar is not reached, there is a second ratio, which
/// must not be exceeded; the README tells why. It leaves room for the counts of peers, which move by 6 % with the layout of the binary.
const BARS: &[(&str, Against, f64, Option<f64>)] = &[
    (
        "`body()`, constant",
        Peer(THISERROR),
        1.0 / 20.0,
        Some(1.0 / 19.0),
    ),
    (TWO_INTEGERS, Peer(THISERROR), 1.0 / 9.0, Some(1.0 / 8.5)),
    (TWO_INTEGERS, Peer(HAND), 1.3, None),
    (
        STRING_AND_INTEGER,
        Peer(THISERROR),
        1.0 / 9.0,
        Some(1.0 / 6.3),
    ),
    (STRING_AND_INTEGER, Peer(HAND), 1.3, None),
    (
        "`body()`, two integers",
        Peer(THISERROR),
        1.0 / 5.0,
        Some(1.0 / 4.3),
    ),
    (
        "`body()`, string and integer",
        Peer(THISERROR),
        1.0 / 5.0,
        Some(1.0 / 3.7),
    ),
    (CONSTANT_20, Peer(HAND), 1.2, Some(2.6)),
    (
        CONSTANT_1000,
        Ourselves("text to constant, 10 variants"),
        2.0,
        None,
    ),
    (
        "text to constant, 1,000 of one length",
        Ourselves(CONSTANT_20),
        1.5,
        None,
    ),
    (
        "text of a constant, wrong at its end",
        Ourselves(CONSTANT_1000),
        2.0,
        Some(4.6),
    ),
    (
        "text of a constant, wrong in its middle",
        Ourselves(CONSTANT_1000),
        2.0,
        Some(4.6),
    ),
    (
        "text with fields, wrong at its end",
        Ourselves("text to fields, 1,000 variants"),
        2.0,
        None,
    ),
    (
        "text to two integers, 20 variants",
        Peer(PARSE_DISPLAY),
        1.0 / 20.0,
        Some(1.0 / 8.0),
    ),
    (
        "text to two integers, 20 variants",
        Peer(HAND),
        1.2,
        Some(2.8),
    ),
    (
        "body, to constant, 20 variants",
        Peer(STRUM),
        1.0 / 10.0,
        Some(1.0 / 3.8),
    ),
    (
        "body, to two integers, 20 variants",
        Peer(HAND),
        1.0 / 1.7,
        Some(1.05),
    ),
    (
        "body with more, to constant, 20 variants",
        Peer(OURS_SERDE),
        1.3,
        None,
    ),
    (
        "body with more, to two integers, 20 variants",
        Peer(OURS_SERDE),
        1.3,
        None,
    ),
];

const TWO_INTEGERS: &str = "`write_body`, two integers";
const STRING_AND_INTEGER: &str = "`write_body`, string and integer";
const CONSTANT_20: &str = "text to constant, 20 variants";
const CONSTANT_1000: &str = "text to constant, 1,000 variants";

/// Prints which bars are reached, and returns whether all are, or at least their second ratios.
pub(crate) fn print(counts: &Counts) -> Result<bool, String> {
    let mut rows = Vec::new();
    let mut all_kept = true;
    for (row, against, bar, second) in BARS {
        let ours = counts.of(row, OURS)?;
        let (name, other) = match against {
            Peer(peer) => (peer, counts.of(row, peer)?),
            Ourselves(row) => (row, counts.of(row, OURS)?),
        };
        let (ours_count, against) = (format!("{ours:.0}"), format!("{name}: {other:.0}"));
        all_kept &= ours / other <= second.unwrap_or(*bar);
        rows.push(table::bar_row(
            row,
            &ours_count,
            &against,
            ours / other,
            *bar,
        ));
    }
    // Sixteen times the length takes about sixteen times the instructions.
    for [short, long] in benches::hostile::pairs() {
        let (once, ours) = (counts.of(&short, OURS)?, counts.of(&long, OURS)?);
        let (ours_count, against) = (format!("{ours:.0}"), format!("{short}: {once:.0}"));
        all_kept &= ours / once <= 17.0;
        rows.push(table::bar_row(
            &long,
            &ours_count,
            &against,
            ours / once,
            17.0,
        ));
    }
    table::print(&table::BAR_HEAD, &rows);
    Ok(all_kept)
}
