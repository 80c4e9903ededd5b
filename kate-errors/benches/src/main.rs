//! Prints the table of instructions, or with `compile` the table of compile times and code sizes.

mod bars;
mod compile;
mod counts;
mod crates;
mod size;
mod table;

use std::env;
use std::process::ExitCode;

use benches::Names;

fn main() -> ExitCode {
    let what = env::args().nth(1);
    let printed = match what.as_deref() {
        None => instructions(),
        Some("compile") => compile::print(),
        Some(other) => Err(format!(
            "there is no table {other}: write `compile`, or nothing for the table of instructions"
        )),
    };
    match printed {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Prints the table of instructions, and returns whether all bars hold.
fn instructions() -> Result<bool, String> {
    let mut names = Names::default();
    benches::measure(&mut names);
    let counts = counts::count(&names)?;
    counts::print(&names, &counts)?;
    bars::print(&counts)
}
