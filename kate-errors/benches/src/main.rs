//! Prints the tables: of instructions, or with `compile` of compile time and code size.

mod bars;
mod compile;
mod counts;
mod crates;
mod size;
mod table;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let what = env::args().nth(1);
    let printed = match what.as_deref() {
        None => counts::print(),
        Some("compile") => compile::print(),
        Some(other) => Err(format!(
            "no such table: {other}; there is `compile`, and the one without a name"
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
