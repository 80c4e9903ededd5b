//! The law, held against a few enums: always the same ones. `cargo run -p oracle-tests` takes as many as one likes.

#[test]
fn the_compiler_and_trying_short_texts_agree_and_values_come_back() {
    let summary = oracle_tests::run("few", 40, 1).expect("cargo runs");
    assert!(summary.disagreements.is_empty(), "{summary}");
    let (ambiguous, refused) = (summary.ambiguous, summary.refused);
    assert!(
        ambiguous > 10 && refused < 30,
        "an enum of each kind, and many: {summary}"
    );
}
