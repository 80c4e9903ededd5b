//! Large types are expanded in linear time. In quadratic time each of these would take minutes.

const SIZE: usize = 10_000;

fn repeat(part: impl Fn(usize) -> String, between: &str) -> String {
    (0..SIZE).map(part).collect::<Vec<_>>().join(between)
}

#[track_caller]
fn expands(source: &str) {
    let expanded = crate::pipeline::derive(source.parse().unwrap()).to_string();
    assert!(!expanded.contains("compile_error"));
}

#[test]
fn named_arguments() {
    let template = repeat(|i| format!("{{a{i}}}"), " ");
    let args = repeat(|i| format!("a{i} = {i}"), ", ");
    let args = format!("#[detail(\"{template}\", {args})] #[kate(emit_only)]");
    expands(&format!("#[status(500)] {args} struct E;"));
}

#[test]
fn details_of_a_variant() {
    let details = repeat(|i| format!("#[detail(\"No {i}\")]"), " ");
    expands(&format!("#[status(500)] {details} struct E;"));
}

#[test]
fn fields_in_headers() {
    let fields = repeat(|i| format!("#[header(\"x-{i}\")] a{i}: Option<u8>"), ", ");
    expands(&format!(
        "#[status(500)] #[detail(\"No\")] struct E {{ {fields} }}"
    ));
}
