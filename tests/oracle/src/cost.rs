//! What the proof costs: build times of the same enum with the proof and without.

use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use crate::compile::Crate;

/// The number of builds, of which the fastest counts.
const BUILDS: usize = 3;

/// A table of build times, in seconds.
pub(crate) fn table() -> io::Result<String> {
    let own = Crate::new("cost")?;
    let mut table = String::from(
        "| errors of one status, a tenth templates | emit_only | proved |\n| --- | --- | --- |\n",
    );
    for (name, template) in [
        (
            "1,000, a literal first",
            "Resource {i} of the group failed: {{n}} of {{m}}",
        ),
        ("1,000, a number first", "{{n}} words {i} and {{m}}"),
    ] {
        let times =
            [true, false].map(|emit_only| best(&own, &one("E", 0..1000, template, emit_only, "")));
        let [without, with] = times;
        let _ = writeln!(
            table,
            "| {name} | {:.2} | {:.2} |",
            without?.as_secs_f64(),
            with?.as_secs_f64()
        );
    }
    let template = "Resource {i} of the group failed: {{n}} of {{m}}";
    let times = [true, false].map(|emit_only| {
        let inner = one("C", 0..300, template, emit_only, "");
        let middle = one(
            "B",
            300..600,
            template,
            emit_only,
            "#[kate(transparent)] N(C),",
        );
        let outer = one(
            "A",
            600..900,
            template,
            emit_only,
            "#[kate(transparent)] N(B),",
        );
        best(&own, &format!("{inner}{middle}{outer}"))
    });
    let [without, with] = times;
    let _ = writeln!(
        table,
        "| 3 x 300, nested | {:.2} | {:.2} |",
        without?.as_secs_f64(),
        with?.as_secs_f64()
    );
    Ok(table)
}

fn best(own: &Crate, source: &str) -> io::Result<Duration> {
    let mut best = Duration::MAX;
    // The first build includes the dependencies.
    for _ in 0..=BUILDS {
        own.write("lib.rs", source)?;
        best = best.min(own.build()?);
    }
    Ok(best)
}

fn one(
    name: &str,
    errors: std::ops::Range<usize>,
    template: &str,
    emit_only: bool,
    more: &str,
) -> String {
    let mark = if emit_only { "#[kate(emit_only)]" } else { "" };
    let mut source = format!(
        "#[derive(Debug, kate_errors::KateError)]\n#[status(404)]\n{mark}\npub enum {name} {{\n"
    );
    for error in errors {
        let (text, fields) = if error % 10 == 0 {
            (
                template.replace("{i}", &error.to_string()),
                "{ n: u64, m: u32 }",
            )
        } else {
            (
                format!("Error number {error} of the synthetic list happened"),
                "",
            )
        };
        let text = text.replace("{{", "{").replace("}}", "}");
        let _ = writeln!(source, "#[detail({text:?})]\nV{error} {fields},");
    }
    source + more + "\n}\n"
}
