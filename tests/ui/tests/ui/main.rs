//! Each misuse of the derive has a message of its own. A case is one misuse, in a file that is named after it.
//!
//! The snapshots hold all that rustc prints, its own words included, so they are exact for one toolchain. With that toolchain
//! the whole output is compared. With any other one the messages of this crate are compared: their text and their position,
//! which no toolchain changes.
//!
//! `TRYBUILD=overwrite cargo test -p ui-tests` writes the snapshots again. Read the difference as a user would.

mod cases;
mod compiled;
mod messages;
mod style;

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use cases::Case;
use messages::Message;

/// The toolchain of the snapshots.
const TOOLCHAIN: &str = "rustc 1.95.";

/// Cases in which rustc prints sources of the standard library where the component `rust-src` is installed. There the messages of this
/// crate are compared, and `TRYBUILD=overwrite` does not write these snapshots.
const SHOW_SOURCES: [&str; 3] = [
    "chars/detail_text_reversed",
    "item/without_debug",
    "many/without_debug",
];

#[test]
fn every_misuse_has_the_message_of_its_snapshot() {
    let version = rustc(&["--version"]).trim().to_owned();
    let exact = version.starts_with(TOOLCHAIN);
    assert!(
        exact || env::var_os("CI").is_none(),
        "CI is set, and this is {version}, but the snapshots are those of {TOOLCHAIN}x. Run this test with that toolchain \
         (`cargo +1.95 test -p ui-tests`), or move the snapshots to the new one: change `TOOLCHAIN` in \
         tests/ui/tests/ui/main.rs, and run `TRYBUILD=overwrite cargo test -p ui-tests`"
    );
    let shows_sources = exact && has_sources();
    let (whole, messages_alone) = cases::all().into_iter().partition::<Vec<_>, _>(|case| {
        exact && !(shows_sources && SHOW_SOURCES.contains(&case.name.as_str()))
    });
    report(&format!("this is {version}"));
    if !whole.is_empty() {
        compare_whole_output(&whole);
    }
    if !messages_alone.is_empty() {
        compare_messages(&messages_alone);
    }
}

fn compare_whole_output(cases: &[Case]) {
    let count = cases.len();
    report(&format!(
        "the whole output of {count} cases is compared with the snapshots"
    ));
    let runner = trybuild::TestCases::new();
    for case in cases {
        runner.compile_fail(case.path());
    }
}

fn compare_messages(cases: &[Case]) {
    let mut compiled = compiled::messages(cases);
    let mut wrong = Vec::new();
    let (mut count, mut at_derive) = (0, 0);
    for case in cases {
        let expected = case.own_messages();
        let Some(found) = compiled.remove(&case.name) else {
            wrong.push(format!("{} compiles, which it must not", case.name));
            continue;
        };
        count += expected.len();
        at_derive += found
            .iter()
            .filter(|found| found.position.is_none())
            .count();
        let is_found = |message| found.iter().any(|found| found.agrees(message));
        let is_expected =
            |message: &Message| expected.iter().any(|expected| message.agrees(expected));
        if !(expected.iter().all(is_found) && found.iter().all(is_expected)) {
            wrong.push(format!(
                "{}\n  the snapshot has {expected:#?}\n  the compiler has {found:#?}",
                case.name
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases differ from their snapshots:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    report(&format!(
        "{count} messages of this crate in {} cases are those of the snapshots; the positions too, but for {at_derive} bounds that \
         this rustc reports at the derive; messages of rustc are not compared",
        cases.len()
    ));
}

/// Prints a line whether the test passes or fails: the test harness captures `println!`, but not this.
fn report(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn has_sources() -> bool {
    Path::new(rustc(&["--print", "sysroot"]).trim())
        .join("lib/rustlib/src")
        .exists()
}

/// What rustc prints for these arguments.
fn rustc(arguments: &[&str]) -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(arguments).output();
    let output = output.expect("rustc runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
