//! Tables in Markdown, and what must hold of ratios.

/// Prints a table.
pub(crate) fn print(head: &[&str], rows: &[Vec<String>]) {
    let line = |cells: &[String]| println!("| {} |", cells.join(" | "));
    line(&head.iter().map(ToString::to_string).collect::<Vec<_>>());
    line(&head.iter().map(|_| "---".to_owned()).collect::<Vec<_>>());
    for row in rows {
        line(row);
    }
    println!();
}

pub(crate) const YES: &str = "yes";

/// The head of tables of [`held`].
pub(crate) const HELD: [&str; 6] = ["work", "ours", "against", "ratio", "at most", "holds"];

/// A row that says whether a ratio is at most what it must be.
pub(crate) fn held(work: &str, ours: &str, against: &str, ratio: f64, most: f64) -> Vec<String> {
    let holds = if ratio <= most { YES } else { "**no**" };
    let cells = [work, ours, against, &said(ratio), &said(most), holds];
    cells.map(ToOwned::to_owned).into()
}

/// A ratio: 0.05 is 1/20.
pub(crate) fn said(ratio: f64) -> String {
    let trimmed = |number: String| {
        number
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    };
    if ratio < 0.995 {
        format!("1/{}", trimmed(format!("{:.1}", 1.0 / ratio)))
    } else {
        format!("{} x", trimmed(format!("{ratio:.2}")))
    }
}
