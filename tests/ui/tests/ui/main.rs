//! Every misuse of the derive has a message of its own. A case is one misuse, in a file named after it.
//!
//! `TRYBUILD=overwrite cargo test -p ui-tests` writes the snapshots anew; read what changed as a user would. They hold
//! rustc's own words too, so they are true of one toolchain: with another one they are not compared.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The toolchain that the snapshots are of.
const TOOLCHAIN: &str = "rustc 1.95.";

#[test]
fn every_misuse_says_what_to_write_instead() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(&rustc)
        .arg("--version")
        .output()
        .expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    if !version.starts_with(TOOLCHAIN) {
        eprintln!("skipped: the snapshots are those of {TOOLCHAIN}x, and this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    for path in paths() {
        let shows_sources = SHOW_SOURCES.iter().any(|name| path.ends_with(name));
        if !(shows_sources && has_sources(&rustc)) {
            cases.compile_fail(path);
        }
    }
}

/// Cases in which rustc prints its library's sources, where the component `rust-src` is installed.
const SHOW_SOURCES: [&str; 3] = [
    "chars/detail_text_reversed.rs",
    "item/without_debug.rs",
    "many/without_debug.rs",
];

fn has_sources(rustc: &OsStr) -> bool {
    let sysroot = Command::new(rustc)
        .args(["--print", "sysroot"])
        .output()
        .expect("rustc runs");
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    Path::new(&sysroot).join("lib/rustlib/src").exists()
}

fn paths() -> Vec<PathBuf> {
    let files = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        paths.collect::<Vec<_>>()
    };
    let topics = files(Path::new("cases"));
    let mut paths: Vec<_> = topics.iter().flat_map(|topic| files(topic)).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    paths
}
