//! What is large takes a time that its length has: its square would be minutes.

use std::time::{Duration, Instant};

const SIZE: usize = 10_000;

fn each(part: impl Fn(usize) -> String, between: &str) -> String {
    (0..SIZE).map(part).collect::<Vec<_>>().join(between)
}

#[track_caller]
fn quick(source: &str) {
    let tokens = source.parse().unwrap();
    let begun = Instant::now();
    let expanded = crate::pipeline::derive(tokens).to_string();
    let took = begun.elapsed();
    assert!(!expanded.contains("compile_error"));
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[test]
fn arguments_with_names() {
    let text = each(|i| format!("{{a{i}}}"), " ");
    let args = each(|i| format!("a{i} = {i}"), ", ");
    let args = format!("#[detail(\"{text}\", {args})] #[kate(emit_only)]");
    quick(&format!("#[status(500)] {args} struct E;"));
}

#[test]
fn texts_of_a_variant() {
    let texts = each(|i| format!("#[detail(\"No {i}\")]"), " ");
    quick(&format!("#[status(500)] {texts} struct E;"));
}

#[test]
fn fields_that_travel_in_headers() {
    let fields = each(|i| format!("#[header(\"x-{i}\")] a{i}: Option<u8>"), ", ");
    quick(&format!(
        "#[status(500)] #[detail(\"No\")] struct E {{ {fields} }}"
    ));
}
