//! The instructions of all work, counted by valgrind.

use std::collections::HashMap;
use std::env;
use std::process::{Command, Stdio};

use benches::peer::{HAND, OURS, OURS_PARSE, OURS_SERDE, PARSE_DISPLAY, REGEX, STRUM, THISERROR};
use benches::{Name, Names};
use serde_json::Value;

use crate::table;

/// The instructions of each row and peer.
#[derive(Default)]
pub(crate) struct Counts(HashMap<(String, String), f64>);

impl Counts {
    pub(crate) fn of(&self, row: &str, peer: &str) -> Result<f64, String> {
        let count = self.0.get(&(row.to_owned(), peer.to_owned()));
        count
            .copied()
            .ok_or_else(|| format!("nobody counted: {row}, {peer}"))
    }
}

/// Prints all counts, with a table for each group of rows that has the same peers.
pub(crate) fn print(names: &Names, counts: &Counts) -> Result<(), String> {
    for (start, peers) in GROUPS {
        let ours = names
            .0
            .iter()
            .filter(|name| name.row.starts_with(start) && name.peer == OURS);
        let mut rows = Vec::new();
        for Name { row, .. } in ours {
            let ours = counts.of(row, OURS)?;
            let mut cells = vec![row.clone(), format!("{ours:.0}")];
            cells.extend(peers.iter().map(|peer| match counts.of(row, peer) {
                Ok(count) => format!("{count:.0} ({})", table::format_ratio(count / ours)),
                Err(_) => String::new(),
            }));
            rows.push(cells);
        }
        let mut head = vec!["instructions (against ours)", OURS];
        head.extend(peers);
        table::print(&head, &rows);
    }
    Ok(())
}

/// The groups of rows: how their names begin, and their peers.
const GROUPS: [(&str, &[&str]); 4] = [
    ("`", &[HAND, THISERROR]),
    ("text", &[OURS_PARSE, HAND, PARSE_DISPLAY, STRUM, REGEX]),
    ("body", &[OURS_SERDE, HAND, PARSE_DISPLAY, STRUM, REGEX]),
    ("hostile", &[]),
];

/// Runs the benchmark. It prints a line of JSON for each name, with the name's index.
pub(crate) fn count(names: &Names) -> Result<Counts, String> {
    check_installed()?;
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
    let mut counts = Counts::default();
    for line in output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| line.starts_with(b"{"))
    {
        let read = || {
            let summary: Value = serde_json::from_slice(line).ok()?;
            let index: usize = summary["id"].as_str()?.rsplit('_').next()?.parse().ok()?;
            let instructions =
                &summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"];
            Some((names.0.get(index)?, instructions.as_f64()?))
        };
        let (name, instructions) =
            read().ok_or("gungraun's summary has another format than expected")?;
        #[allow(clippy::cast_precision_loss, reason = "at most 1,000 times")]
        let each = instructions / name.times as f64;
        counts.0.insert((name.row.clone(), name.peer.clone()), each);
    }
    Ok(counts)
}

/// Fails with what to install, if something is missing.
fn check_installed() -> Result<(), String> {
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
