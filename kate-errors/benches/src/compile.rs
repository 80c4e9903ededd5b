//! The table of compile times and code sizes.

use std::time::Duration;

use benches::describe::{self, Error};
use benches::generate;

use crate::crates::{Crate, Workspace};
use crate::{size, table};

/// How often each crate is built, in turns. The shortest build counts.
const ROUNDS: usize = 7;
/// The same for cold builds.
const COLD_ROUNDS: usize = 2;

const EMPTY: &str = "empty crate";
const OURS: &str = "ours";
const THISERROR: &str = "thiserror";
const PARSE_DISPLAY: &str = "parse-display";
const BOTH: &str = "thiserror + parse-display";

/// A peer, with the dependencies and the source of its crate.
struct Peer {
    name: &'static str,
    dependencies: &'static [&'static str],
    source: fn(&[Error]) -> String,
}

const PEERS: [Peer; 5] = [
    Peer {
        name: EMPTY,
        dependencies: &[],
        source: |_| String::new(),
    },
    Peer {
        name: OURS,
        dependencies: &["kate-errors"],
        source: |errors| {
            let body = "pub fn body(error: &Error) -> Vec<u8> { kate_errors::KateError::body(error).into() }\n";
            [&generate::ours("Error", errors), WRITE, READ, body].concat()
        },
    },
    Peer {
        name: THISERROR,
        dependencies: &["thiserror"],
        source: |errors| [&generate::thiserror("Error", errors), WRITE].concat(),
    },
    Peer {
        name: PARSE_DISPLAY,
        dependencies: &["parse-display"],
        source: |errors| {
            let derives = "::parse_display::Display, ::parse_display::FromStr";
            [
                &generate::parse_display("Error", derives, errors),
                WRITE,
                READ,
            ]
            .concat()
        },
    },
    Peer {
        name: BOTH,
        dependencies: &["parse-display", "thiserror"],
        source: |errors| {
            let derives = "::thiserror::Error, ::parse_display::FromStr";
            let attributes =
                |error: &Error| format!("#[error({0:?})] #[display({0:?})]", error.template());
            [
                &generate::enumeration("Error", derives, errors, attributes),
                WRITE,
                READ,
            ]
            .concat()
        },
    },
];

/// Generic functions are compiled only when they are used.
const WRITE: &str = "pub fn write(error: &Error) -> String { error.to_string() }\n";
const READ: &str = "pub fn read(text: &str) -> Option<Error> { text.parse().ok() }\n";

/// Measures, prints, and returns whether all bars hold.
pub(crate) fn print() -> Result<bool, String> {
    let sets = [
        ("20 variants", describe::kate()),
        ("100 variants", describe::synthetic(100)),
        ("1,000 variants", describe::synthetic(1_000)),
    ];
    let mut crates = Vec::new();
    for (set, errors) in &sets {
        for peer in &PEERS {
            crates.push(Crate {
                name: crate_name(peer.name, set),
                dependencies: peer.dependencies,
                source: (peer.source)(errors),
            });
        }
    }
    let peers = crates.len();
    crates.extend(cold());
    crates.extend(size::crates(&sets[2].1));
    let workspace = Workspace::new(&crates)?;

    let mut bars = Vec::new();
    let mut rows = Vec::new();
    let times = debug(&workspace, &crates[..peers])?;
    for ((set, _), times) in sets.iter().zip(times.chunks(PEERS.len())) {
        let of = |name: &str| times[PEERS.iter().position(|peer| peer.name == name).unwrap_or(0)];
        let work = format!("debug build, {set}");
        bars.push(compared(&work, of(OURS), THISERROR, of(THISERROR), 1.5));
        bars.push(compared(
            &work,
            of(OURS),
            PARSE_DISPLAY,
            of(PARSE_DISPLAY),
            1.0,
        ));
        let cell = |time: &Duration| {
            format!(
                "{} ({})",
                seconds(*time),
                table::format_ratio(ratio(*time, of(OURS)))
            )
        };
        rows.push([work].into_iter().chain(times.iter().map(cell)).collect());
    }
    let head: Vec<_> = ["seconds (against ours)"]
        .into_iter()
        .chain(PEERS.iter().map(|peer| peer.name))
        .collect();
    table::print(&head, &rows);

    bars.push(size::print(&workspace)?);
    let [ours, peers] = cold_times(&workspace)?;
    bars.push(compared(
        "cold build",
        ours,
        "thiserror + serde + serde_json + http",
        peers,
        1.0,
    ));
    table::print(&table::BAR_HEAD, &bars);
    Ok(bars
        .iter()
        .all(|row| row.last().is_some_and(|holds| holds == table::YES)))
}

/// A name that cargo takes, such as `thiserror_parse_display_20_variants`.
fn crate_name(peer: &str, set: &str) -> String {
    let name = format!("{peer} {set}");
    let words = name.split(|char: char| !char.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}

/// The shortest build of each, after its dependencies were built.
fn debug(workspace: &Workspace, crates: &[Crate]) -> Result<Vec<Duration>, String> {
    for made in crates {
        workspace.build(&made.name, "built", &[])?;
    }
    let mut shortest = vec![Duration::MAX; crates.len()];
    for _ in 0..ROUNDS {
        for (made, shortest) in crates.iter().zip(&mut shortest) {
            workspace.touch(made)?;
            *shortest = workspace.build(&made.name, "built", &[])?.min(*shortest);
        }
    }
    Ok(shortest)
}

fn cold() -> [Crate; 2] {
    let made = |name: &str, dependencies| Crate {
        name: name.to_owned(),
        dependencies,
        source: String::new(),
    };
    [
        made("cold-ours", &["kate-errors"]),
        made("cold-peers", &["http", "serde", "serde_json", "thiserror"]),
    ]
}

/// The shortest build of each into an empty directory.
fn cold_times(workspace: &Workspace) -> Result<[Duration; 2], String> {
    let mut shortest = [Duration::MAX; 2];
    for _ in 0..COLD_ROUNDS {
        for (made, shortest) in cold().iter().zip(&mut shortest) {
            workspace.clean("cold")?;
            *shortest = workspace.build(&made.name, "cold", &[])?.min(*shortest);
        }
    }
    Ok(shortest)
}

fn compared(work: &str, ours: Duration, peer: &str, other: Duration, bar: f64) -> Vec<String> {
    let against = format!("{peer}: {} s", seconds(other));
    let ours_seconds = format!("{} s", seconds(ours));
    table::bar_row(work, &ours_seconds, &against, ratio(ours, other), bar)
}

fn ratio(time: Duration, other: Duration) -> f64 {
    time.as_secs_f64() / other.as_secs_f64()
}

fn seconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64())
}
