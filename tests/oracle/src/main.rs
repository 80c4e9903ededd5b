//! `cargo run -p oracle-tests -- 2000 [SEED]` tests 2000 random enums, and `-- second 2000 [SEED]` as many groups of types from a second
//! generator. `ORACLE_WORKSPACE` names another copy of the repository to test. `cargo run -p oracle-tests -- cost`
//! measures what the proof costs.

use std::env;
use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some("cost") {
        print!("{}", oracle_tests::cost()?);
        return Ok(true);
    }
    let is_second = first.as_deref() == Some("second");
    let first = if is_second { arguments.next() } else { first };
    let enums = first.map_or(Ok(2000), |number| number.parse())?;
    let seed = arguments.next().map_or(Ok(1), |number| number.parse())?;
    let summary = if is_second {
        oracle_tests::run_second("second", enums, seed)?
    } else {
        oracle_tests::run("many", enums, seed)?
    };
    println!("{summary}");
    Ok(summary.disagreements.is_empty())
}
