//! The table of instructions.

use std::collections::HashMap;
use std::env;
use std::process::{Command, Stdio};

use benches::{Names, peer};
use serde_json::Value;

use crate::table;

/// What must hold: our work takes at most so many times what another takes.
struct Bar {
    row: &'static str,
    against: (&'static str, &'static str),
    most: f64,
}

const fn bar(row: &'static str, against: (&'static str, &'static str), most: f64) -> Bar {
    Bar { row, against, most }
}

const BARS: &[Bar] = &[
    bar(
        "`body()`, constant",
        ("`body()`, constant", peer::THISERROR),
        1.0 / 20.0,
    ),
    bar(
        "`write_body`, two integers",
        ("`write_body`, two integers", peer::THISERROR),
        1.0 / 9.0,
    ),
    bar(
        "`write_body`, two integers",
        ("`write_body`, two integers", peer::HAND),
        1.3,
    ),
    bar(
        "`write_body`, string and integer",
        ("`write_body`, string and integer", peer::THISERROR),
        1.0 / 9.0,
    ),
    bar(
        "`write_body`, string and integer",
        ("`write_body`, string and integer", peer::HAND),
        1.3,
    ),
    bar(
        "`body()`, two integers",
        ("`body()`, two integers", peer::THISERROR),
        1.0 / 5.0,
    ),
    bar(
        "`body()`, string and integer",
        ("`body()`, string and integer", peer::THISERROR),
        1.0 / 5.0,
    ),
    bar(
        "text to constant, 20 variants",
        ("text to constant, 20 variants", peer::HAND),
        1.2,
    ),
    bar(
        "text to constant, 1,000 variants",
        ("text to constant, 10 variants", peer::OURS),
        2.0,
    ),
    bar(
        "text to constant, 1,000 of one length",
        ("text to constant, 20 variants", peer::OURS),
        1.5,
    ),
    bar(
        "text of a constant, wrong at its end",
        ("text to constant, 1,000 variants", peer::OURS),
        2.0,
    ),
    bar(
        "text of a constant, wrong in its middle",
        ("text to constant, 1,000 variants", peer::OURS),
        2.0,
    ),
    bar(
        "text with fields, wrong at its end",
        ("text to fields, 1,000 variants", peer::OURS),
        2.0,
    ),
    bar(
        "text to two integers, 20 variants",
        ("text to two integers, 20 variants", peer::PARSE_DISPLAY),
        1.0 / 20.0,
    ),
    bar(
        "text to two integers, 20 variants",
        ("text to two integers, 20 variants", peer::HAND),
        1.2,
    ),
    bar(
        "body, to constant, 20 variants",
        ("body, to constant, 20 variants", peer::STRUM),
        1.0 / 10.0,
    ),
    bar(
        "body, to two integers, 20 variants",
        ("body, to two integers, 20 variants", peer::HAND),
        1.0 / 1.7,
    ),
    bar(
        "body with spaces and more members, to constant, 20 variants",
        (
            "body with spaces and more members, to constant, 20 variants",
            peer::OURS_SERDE,
        ),
        1.3,
    ),
    bar(
        "body with spaces and more members, to two integers, 20 variants",
        (
            "body with spaces and more members, to two integers, 20 variants",
            peer::OURS_SERDE,
        ),
        1.3,
    ),
];

/// Instructions of each row and peer.
type Counts = HashMap<(String, String), f64>;

/// Counts, prints, and says whether all bars hold.
pub(crate) fn print() -> Result<bool, String> {
    installed()?;
    let mut names = Names::default();
    benches::measure(&mut names);
    let counts = count(&names)?;
    print_all(&names, &counts);
    let mut rows = Vec::new();
    let mut all_hold = true;
    for bar in BARS {
        let of = |row: &str, peer: &str| {
            let count = counts.get(&(row.to_owned(), peer.to_owned()));
            count
                .copied()
                .ok_or_else(|| format!("nobody counted: {row}, {peer}"))
        };
        let (row, peer) = bar.against;
        let (ours, other) = (of(bar.row, peer::OURS)?, of(row, peer)?);
        let against = match row == bar.row {
            true => format!("{peer}: {other:.0}"),
            false => format!("{row}: {other:.0}"),
        };
        all_hold &= ours / other <= bar.most;
        rows.push(table::held(
            bar.row,
            &format!("{ours:.0}"),
            &against,
            ours / other,
            bar.most,
        ));
    }
    table::print(&table::HELD, &rows);
    Ok(all_hold)
}

/// Everything that was counted, a table for each group of rows that the same peers have done.
fn print_all(names: &Names, counts: &Counts) {
    for (title, peers) in GROUPS {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for name in names
            .0
            .iter()
            .filter(|name| name.row.starts_with(title) && name.peer == peer::OURS)
        {
            let mut cells = vec![name.row.clone()];
            let of = |peer: &str| counts.get(&(name.row.clone(), peer.to_owned()));
            let ours = of(peer::OURS);
            cells.extend(peers.iter().map(|peer| match (of(peer), ours) {
                (Some(count), _) if *peer == peer::OURS => format!("{count:.0}"),
                (Some(count), Some(ours)) => format!("{count:.0} ({})", table::said(count / ours)),
                _ => String::new(),
            }));
            rows.push(cells);
        }
        let head: Vec<_> = ["instructions (against ours)"]
            .iter()
            .chain(peers)
            .copied()
            .collect();
        table::print(&head, &rows);
    }
}

/// How rows begin, and who does them.
const GROUPS: [(&str, &[&str]); 3] = [
    ("`", &[peer::OURS, peer::HAND, peer::THISERROR]),
    (
        "text",
        &[
            peer::OURS,
            peer::OURS_PARSE,
            peer::HAND,
            peer::PARSE_DISPLAY,
            peer::STRUM,
            peer::REGEX,
        ],
    ),
    (
        "body",
        &[
            peer::OURS,
            peer::OURS_SERDE,
            peer::HAND,
            peer::PARSE_DISPLAY,
            peer::STRUM,
            peer::REGEX,
        ],
    ),
];

/// Runs the benchmark, whose lines are JSON, each with its place among the names.
fn count(names: &Names) -> Result<Counts, String> {
    let output = Command::new(env::var("CARGO").unwrap_or("cargo".to_owned()))
        .args([
            "bench",
            "--quiet",
            "--package",
            "benches",
            "--bench",
            "instructions",
        ])
        .args(["--", "--output-format=json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !output.status.success() {
        return Err("the benchmark failed".to_owned());
    }
    let mut counts = Counts::new();
    for line in output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| line.starts_with(b"{"))
    {
        let read = || {
            let summary: Value = serde_json::from_slice(line).ok()?;
            let place: usize = summary["id"].as_str()?.rsplit('_').next()?.parse().ok()?;
            let instructions =
                &summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"];
            Some((names.0.get(place)?, instructions.as_f64()?))
        };
        let (name, instructions) = read().ok_or("gungraun's summary is not as it was")?;
        #[allow(clippy::cast_precision_loss, reason = "1,000 times")]
        let each = instructions / name.times as f64;
        counts.insert((name.row.clone(), name.peer.clone()), each);
    }
    Ok(counts)
}

/// Says what to install.
fn installed() -> Result<(), String> {
    let starts = |program: &str| {
        let mut command = Command::new(program);
        let command = command
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if !starts("valgrind") {
        return Err("to install: valgrind (apt-get install valgrind)".to_owned());
    }
    if !starts(&env::var("GUNGRAUN_RUNNER").unwrap_or("gungraun-runner".to_owned())) {
        let lock = include_str!("../../../Cargo.lock");
        let version = lock.split("name = \"gungraun\"\nversion = \"").nth(1);
        let version = version
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        return Err(format!(
            "to install: cargo install gungraun-runner --version ={version} --locked"
        ));
    }
    Ok(())
}
