//! What must hold of instructions.

use benches::peer::{HAND, OURS, OURS_SERDE, PARSE_DISPLAY, STRUM, THISERROR};

use crate::counts::Counts;
use crate::table;
use Against::{Ourselves, Peer};

/// Whose work ours is held against.
enum Against {
    /// A peer's same work.
    Peer(&'static str),
    /// Our other work.
    Ourselves(&'static str),
}

/// Our work, another's, and how many times that it takes at most.
const BARS: &[(&str, Against, f64)] = &[
    ("`body()`, constant", Peer(THISERROR), 1.0 / 20.0),
    ("`write_body`, two integers", Peer(THISERROR), 1.0 / 9.0),
    ("`write_body`, two integers", Peer(HAND), 1.3),
    (
        "`write_body`, string and integer",
        Peer(THISERROR),
        1.0 / 9.0,
    ),
    ("`write_body`, string and integer", Peer(HAND), 1.3),
    ("`body()`, two integers", Peer(THISERROR), 1.0 / 5.0),
    ("`body()`, string and integer", Peer(THISERROR), 1.0 / 5.0),
    (CONSTANT_20, Peer(HAND), 1.2),
    (
        CONSTANT_1000,
        Ourselves("text to constant, 10 variants"),
        2.0,
    ),
    (
        "text to constant, 1,000 of one length",
        Ourselves(CONSTANT_20),
        1.5,
    ),
    (
        "text of a constant, wrong at its end",
        Ourselves(CONSTANT_1000),
        2.0,
    ),
    (
        "text of a constant, wrong in its middle",
        Ourselves(CONSTANT_1000),
        2.0,
    ),
    (
        "text with fields, wrong at its end",
        Ourselves("text to fields, 1,000 variants"),
        2.0,
    ),
    (
        "text to two integers, 20 variants",
        Peer(PARSE_DISPLAY),
        1.0 / 20.0,
    ),
    ("text to two integers, 20 variants", Peer(HAND), 1.2),
    ("body, to constant, 20 variants", Peer(STRUM), 1.0 / 10.0),
    ("body, to two integers, 20 variants", Peer(HAND), 1.0 / 1.7),
    (
        "body with more, to constant, 20 variants",
        Peer(OURS_SERDE),
        1.3,
    ),
    (
        "body with more, to two integers, 20 variants",
        Peer(OURS_SERDE),
        1.3,
    ),
];

const CONSTANT_20: &str = "text to constant, 20 variants";
const CONSTANT_1000: &str = "text to constant, 1,000 variants";

/// Prints which hold, and says whether all do.
pub(crate) fn print(counts: &Counts) -> Result<bool, String> {
    let mut rows = Vec::new();
    let mut all_hold = true;
    for (row, against, most) in BARS {
        let ours = counts.of(row, OURS)?;
        let (name, other) = match against {
            Peer(peer) => (peer, counts.of(row, peer)?),
            Ourselves(row) => (row, counts.of(row, OURS)?),
        };
        let (ours_said, against) = (format!("{ours:.0}"), format!("{name}: {other:.0}"));
        all_hold &= ours / other <= *most;
        rows.push(table::held(row, &ours_said, &against, ours / other, *most));
    }
    table::print(&table::HELD, &rows);
    Ok(all_hold)
}
