//! The oracle on a few enums, which are always the same. `cargo run -p oracle-tests` takes any number of them.

#[test]
fn the_compiler_and_brute_force_agree_and_values_come_back() {
    let summary = oracle_tests::run("few", 40, 1).expect("cargo runs");
    assert!(summary.disagreements.is_empty(), "{summary}");
    let (ambiguous, refused) = (summary.ambiguous, summary.refused);
    assert!(
        ambiguous > 10 && refused < 30,
        "enough enums of both kinds: {summary}"
    );
}

#[test]
fn the_second_generator_agrees_too() {
    let summary = oracle_tests::run_second("second-few", 40, 1).expect("cargo runs");
    assert!(summary.disagreements.is_empty(), "{summary}");
    let (ambiguous, refused) = (summary.ambiguous, summary.refused);
    assert!(
        ambiguous > 10 && refused < 30,
        "enough groups of both kinds: {summary}"
    );
}
