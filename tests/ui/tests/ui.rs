//! Every misuse of the derive has a message of its own. A case is one misuse, in a file named after it.
//!
//! `TRYBUILD=overwrite cargo test -p ui-tests` writes the snapshots anew; read what changed as a user would. They hold
//! rustc's own words too, so they are true of one toolchain, Rust 1.95, and should run with no other.

#[test]
fn every_misuse_says_what_to_write_instead() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("cases/*/*.rs");
}
