//! What is large is read in a time that its length has: by its square, each of these would take minutes.

const SIZE: usize = 10_000;

fn each(part: impl Fn(usize) -> String, between: &str) -> String {
    (0..SIZE).map(part).collect::<Vec<_>>().join(between)
}

#[track_caller]
fn expands(source: &str) {
    let expanded = crate::pipeline::derive(source.parse().unwrap()).to_string();
    assert!(!expanded.contains("compile_error"));
}

#[test]
fn arguments_with_names() {
    let text = each(|i| format!("{{a{i}}}"), " ");
    let args = each(|i| format!("a{i} = {i}"), ", ");
    let args = format!("#[detail(\"{text}\", {args})] #[kate(emit_only)]");
    expands(&format!("#[status(500)] {args} struct E;"));
}

#[test]
fn texts_of_a_variant() {
    let texts = each(|i| format!("#[detail(\"No {i}\")]"), " ");
    expands(&format!("#[status(500)] {texts} struct E;"));
}

#[test]
fn fields_that_travel_in_headers() {
    let fields = each(|i| format!("#[header(\"x-{i}\")] a{i}: Option<u8>"), ", ");
    expands(&format!(
        "#[status(500)] #[detail(\"No\")] struct E {{ {fields} }}"
    ));
}
