//! Measures the cost of the proof: builds the same types with it and without it, in one run.

use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use crate::compile::Crate;

/// The number of builds of which the fastest is reported.
const BUILDS: usize = 3;

/// A field type of the crate itself. Only a constant knows its language.
const OWN_TYPE: &str = "
#[derive(Debug)]
pub struct Own(String);
impl kate_errors::DetailText for Own {
    const LANGUAGE: kate_errors::Language = kate_errors::Language::chars(\"0-9a-zA-Z_-\");
}
impl std::fmt::Display for Own {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
}
impl std::str::FromStr for Own {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> { Ok(Self(text.to_owned())) }
}
";

/// Types whose proof is measured. Each makes its source, proved or `emit_only`.
type Case = (&'static str, fn(&str) -> String);

const CASES: [Case; 7] = [
    ("1,000 variants, 100 templates, a literal first", |mark| {
        mixed("Resource {i} of the group failed: {n} of {m}", mark)
    }),
    ("1,000 variants, 100 templates, a number first", |mark| {
        mixed("{n} words {i} and {m}", mark)
    }),
    (
        "300 variants x 4 own-type fields, words differ in the middle",
        |mark| OWN_TYPE.to_owned() + &four_fields("Run {a} of {b} is w{i} for {c} by {d}", mark),
    ),
    ("300 variants x 4 own-type fields, a field first", |mark| {
        OWN_TYPE.to_owned() + &four_fields("{a} w{i} of {b} for {c} by {d}", mark)
    }),
    ("40 enums x 30 in one, all begin alike, own type", |mark| {
        let (mut source, mut outer) = (OWN_TYPE.to_owned(), String::new());
        for inner in 0..40 {
            let name = format!("I{inner}");
            let template = format!("The {{a}} w{inner}x{{i}} of {{b}}");
            source += &one(&name, 0..30, &template, "{ a: Own, b: Own }", mark, "");
            let _ = writeln!(outer, "#[kate(transparent)] V{inner}({name}),");
        }
        source + &one("Outer", 0..0, "", "", mark, &outer)
    }),
    ("10 enums x 20 in one, `u64`, a field first", |mark| {
        let (mut source, mut outer) = (String::new(), String::new());
        for inner in 0..10 {
            let name = format!("I{inner}");
            let template = format!("{{a}} w{inner}x{{i}} of {{b}}");
            source += &one(&name, 0..20, &template, "{ a: u64, b: u64 }", mark, "");
            let _ = writeln!(outer, "#[kate(transparent)] V{inner}({name}),");
        }
        source + &one("Outer", 0..0, "", "", mark, &outer)
    }),
    ("12 levels x 30, begin alike, own type", |mark| {
        let mut source = OWN_TYPE.to_owned();
        for level in 0..12_usize {
            let template = format!("The {{a}} w{level}x{{i}} of {{b}}");
            let inner = match level.checked_sub(1) {
                Some(inner) => format!("#[kate(transparent)] Inner(L{inner}),"),
                None => String::new(),
            };
            let name = format!("L{level}");
            source += &one(&name, 0..30, &template, "{ a: Own, b: Own }", mark, &inner);
        }
        source
    }),
];

/// A table of build times, in seconds.
pub(crate) fn table() -> io::Result<String> {
    let own = Crate::new("cost")?;
    let mut table =
        String::from("| types | emit_only | proved | proof |\n| --- | --- | --- | --- |\n");
    for (name, source) in CASES {
        let without = best(&own, &source("#[kate(emit_only)]"))?.as_secs_f64();
        let with = best(&own, &source(""))?.as_secs_f64();
        let _ = writeln!(
            table,
            "| {name} | {without:.2} | {with:.2} | {:.2} |",
            with - without
        );
    }
    Ok(table)
}

fn best(own: &Crate, source: &str) -> io::Result<Duration> {
    let mut best = Duration::MAX;
    // The first build also builds the dependencies.
    for _ in 0..=BUILDS {
        own.write("lib.rs", source)?;
        best = best.min(own.build()?);
    }
    Ok(best)
}

/// A thousand variants, a tenth of them templates.
fn mixed(template: &str, mark: &str) -> String {
    let fields = "{ n: u64, m: u32 }";
    enumeration(
        "E",
        mark,
        "",
        (0..1000).map(|error| {
            if error % 10 == 0 {
                (error, template.replace("{i}", &error.to_string()), fields)
            } else {
                (
                    error,
                    format!("Error number {error} of the synthetic list happened"),
                    "",
                )
            }
        }),
    )
}

fn four_fields(template: &str, mark: &str) -> String {
    one(
        "E",
        0..300,
        template,
        "{ a: Own, b: Own, c: Own, d: Own }",
        mark,
        "",
    )
}

/// Variants with the same template, except for the number of the variant in it.
fn one(
    name: &str,
    errors: std::ops::Range<usize>,
    template: &str,
    fields: &str,
    mark: &str,
    more: &str,
) -> String {
    let errors = errors.map(|error| (error, template.replace("{i}", &error.to_string()), fields));
    enumeration(name, mark, more, errors)
}

fn enumeration<'f>(
    name: &str,
    mark: &str,
    more: &str,
    errors: impl Iterator<Item = (usize, String, &'f str)>,
) -> String {
    let mut source = format!(
        "#[derive(Debug, kate_errors::KateError)]\n#[status(404)]\n{mark}\npub enum {name} {{\n"
    );
    for (error, detail, fields) in errors {
        let _ = writeln!(source, "#[detail({detail:?})]\nE{error} {fields},");
    }
    source + more + "\n}\n"
}
