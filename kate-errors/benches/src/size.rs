//! The size of the code of 1,000 variants in a release build.

use std::path::Path;
use std::process::Command;

use benches::describe::Error;
use benches::generate;

use crate::crates::{Crate, Workspace};
use crate::table;

/// A program that reads an error and writes it again.
struct Program {
    name: &'static str,
    dependencies: &'static [&'static str],
    /// The body of a function that reads the error of `status` and `text`, and writes its body to `out`. It returns an `Option`.
    answer: &'static str,
}

const EMPTY: &str = "size-empty";

/// Pairs of programs: ours, and the same by hand.
const PROGRAMS: [(&str, Program, Program); 2] = [
    (
        "from a text, to a body",
        Program {
            name: "size-ours-text",
            dependencies: &["http", "kate-errors"],
            answer: "let error = <Ours as kate_errors::Decode>::from_detail(Some(status), text).ok()?;
                kate_errors::KateError::write_body(&error, out);",
        },
        Program {
            name: "size-hand-text",
            dependencies: &["http", "itoa"],
            answer: "Hand::parse(status.as_u16(), text)?.write_body(out);",
        },
    ),
    (
        "from a body, to a body",
        Program {
            name: "size-ours-body",
            dependencies: &["http", "kate-errors"],
            answer: "let headers = http::HeaderMap::new();
                let error = <Ours as kate_errors::Decode>::decode(status, &headers, text.as_bytes()).ok()?;
                kate_errors::KateError::write_body(&error, out);",
        },
        Program {
            name: "size-hand-body",
            dependencies: &["http", "itoa", "serde", "serde_json"],
            answer: "#[derive(serde::Deserialize)]
                struct Wire<'a> {
                    #[serde(borrow)]
                    detail: std::borrow::Cow<'a, str>,
                }
                let wire: Wire<'_> = serde_json::from_slice(text.as_bytes()).ok()?;
                Hand::parse(status.as_u16(), &wire.detail)?.write_body(out);",
        },
    ),
];

pub(crate) fn crates(errors: &[Error]) -> Vec<Crate> {
    let hand = include_str!("hand.rs").replace("//!", "//");
    let hand = [
        &generate::hand("Hand", errors),
        &generate::hand_parse(errors),
        &generate::hand_emit(errors),
        &format!("mod hand {{\n{hand}}}\n"),
    ]
    .map(String::as_str)
    .concat();
    let ours = generate::ours("Ours", errors);
    let nothing = Program {
        name: EMPTY,
        dependencies: &["http"],
        answer: "out.extend_from_slice(&text.as_bytes()[..usize::from(status.as_u16()).min(text.len())]);",
    };
    let mut crates = vec![made(&nothing, "")];
    for (_, by_us, by_hand) in &PROGRAMS {
        crates.push(made(by_us, &ours));
        crates.push(made(by_hand, &hand));
    }
    crates
}

fn made(program: &Program, errors: &str) -> Crate {
    let source = format!(
        "{errors}
fn answer(status: http::StatusCode, text: &str, out: &mut Vec<u8>) -> Option<()> {{
    {}
    Some(())
}}

fn main() {{
    let mut arguments = std::env::args().skip(1);
    let status = arguments.next().and_then(|status| status.parse().ok()).unwrap_or_default();
    let text = arguments.next().unwrap_or_default();
    let mut out = Vec::new();
    let answered = answer(status, &text, &mut out);
    std::process::exit(i32::from(answered.is_none() || out.is_empty()));
}}
",
        program.answer
    );
    Crate {
        name: program.name.to_owned(),
        dependencies: program.dependencies,
        source,
    }
}

/// Prints how much larger the programs are than one that does nothing, and returns the row of the bar. Only the first pair has a bar: in
/// the second, both contain a parser of JSON.
pub(crate) fn print(workspace: &Workspace) -> Result<Vec<String>, String> {
    let size = |name: &str| {
        workspace.build(name, "built", &["--release"])?;
        sections(&workspace.program(name, "built"))
    };
    let empty = size(EMPTY)?;
    let mut rows = Vec::new();
    let mut bar = Vec::new();
    for (work, by_us, by_hand) in &PROGRAMS {
        let ours = size(by_us.name)?.over(empty);
        let hand = size(by_hand.name)?.over(empty);
        rows.push(row("code", work, ours.code, hand.code));
        rows.push(row("code and data", work, ours.all, hand.all));
        if bar.is_empty() {
            let [work, ours_size, hand_size] = row("code", work, ours.code, hand.code);
            let against = format!("by hand: {hand_size}");
            bar = table::bar_row(
                &work,
                &ours_size,
                &against,
                ours.code / hand.code,
                1.0 / 3.0,
            );
        }
    }
    let rows: Vec<_> = rows.into_iter().map(Vec::from).collect();
    table::print(&["size, 1,000 variants", "ours", "by hand"], &rows);
    Ok(bar)
}

fn row(kind: &str, work: &str, ours: f64, hand: f64) -> [String; 3] {
    let kilobytes = |bytes: f64| format!("{:.1} KB", bytes / 1_000.0);
    [format!("{kind}, {work}"), kilobytes(ours), kilobytes(hand)]
}

/// Bytes of code, and of code and constant data.
#[derive(Clone, Copy)]
struct Size {
    code: f64,
    all: f64,
}

impl Size {
    fn over(self, empty: Self) -> Self {
        Self {
            code: self.code - empty.code,
            all: self.all - empty.all,
        }
    }
}

/// Reads the sizes of a program's sections with `size`, which is part of binutils.
fn sections(program: &Path) -> Result<Size, String> {
    let output = Command::new("size").arg("-A").arg(program).output();
    let output = output.map_err(|error| format!("to install: binutils, for size: {error}"))?;
    let listed = String::from_utf8_lossy(&output.stdout);
    let section = |name: &str| {
        let line = listed
            .lines()
            .find(|line| line.split_whitespace().next() == Some(name));
        line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok())
            .unwrap_or_default()
    };
    let code = section(".text");
    if code == 0.0 {
        return Err(format!("{} has no code", program.display()));
    }
    Ok(Size {
        code,
        all: code + section(".rodata") + section(".data.rel.ro"),
    })
}
