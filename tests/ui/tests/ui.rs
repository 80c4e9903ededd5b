//! Every misuse of the derive has a message of its own. A case is one misuse, in a file named after it.
//!
//! `TRYBUILD=overwrite cargo test -p ui-tests` writes the snapshots anew; read what changed as a user would. They hold
//! rustc's own words too, so they are true of one toolchain: with another one they are not compared.

use std::env;
use std::process::Command;

/// The toolchain that the snapshots are of.
const TOOLCHAIN: &str = "rustc 1.95.";

#[test]
fn every_misuse_says_what_to_write_instead() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    if !version.starts_with(TOOLCHAIN) {
        eprintln!("skipped: the snapshots are those of {TOOLCHAIN}x, and this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("cases/*/*.rs");
}
