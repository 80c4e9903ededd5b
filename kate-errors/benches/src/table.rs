//! Tables in Markdown, and the rows that compare a ratio with its bar.

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

/// The head of a table of [`bar_row`]s.
pub(crate) const BAR_HEAD: [&str; 6] = ["work", "ours", "against", "ratio", "at most", "holds"];

/// A row that tells whether a ratio is at most its bar.
pub(crate) fn bar_row(work: &str, ours: &str, against: &str, ratio: f64, bar: f64) -> Vec<String> {
    let holds = if ratio <= bar { YES } else { "**no**" };
    let cells = [
        work,
        ours,
        against,
        &format_ratio(ratio),
        &format_ratio(bar),
        holds,
    ];
    cells.map(ToOwned::to_owned).into()
}

/// A ratio as the tables have it: 0.05 is printed as 1/20.
pub(crate) fn format_ratio(ratio: f64) -> String {
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
