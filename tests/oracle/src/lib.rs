//! The law: what compiles comes back as itself, and what is refused is ambiguous.
//!
//! Random error enums are judged here by trying short texts, without a line of the tested crates, and then by the compiler.
//! The two must agree; every text that the compiler shows must be ambiguous indeed; and values of the enums that compile
//! must come back from their responses.

mod brute;
mod compile;
mod cost;
mod generate;
mod judge;
mod language;
mod model;
mod naive;
mod random;
mod refusals;
mod values;

use std::{fmt, io};

use compile::Crate;
use model::Module;
use random::Random;

/// What came of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many enums were made, those that they hold not counted.
    pub enums: usize,
    /// How many of them are ambiguous by trying short texts.
    pub ambiguous: usize,
    /// How many the compiler refused.
    pub refused: usize,
    /// Where the two are at odds, or a value came back as another.
    pub disagreements: Vec<Disagreement>,
}

/// A random enum that is not treated as it should be.
#[derive(Debug)]
pub struct Disagreement {
    /// The module with the enum and those that it holds.
    pub source: String,
    /// What is wrong.
    pub why: String,
}

impl Disagreement {
    fn of(module: &Module, why: &str) -> Self {
        let enums = module.enums.iter();
        Self {
            source: enums.map(|one| module.source_of(one)).collect(),
            why: format!("{}: {why}", module.name),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for wrong in &self.disagreements {
            writeln!(f, "{}\n{}", wrong.why, wrong.source)?;
        }
        write!(
            f,
            "{} enums: {} ambiguous, {} refused, {} disagreements",
            self.enums,
            self.ambiguous,
            self.refused,
            self.disagreements.len()
        )
    }
}

/// How many enums one crate has.
const BATCH: usize = 200;

/// Makes so many enums from a seed and holds the law against them, in a crate of this name in the target directory.
///
/// # Errors
///
/// Where cargo cannot be run.
pub fn run(name: &str, enums: usize, seed: u64) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let place = Crate::new(name)?;
    while summary.enums < enums {
        let mut modules = Vec::new();
        while modules.len() < BATCH && summary.enums < enums {
            // Each has a seed of its own, so that none depends on how many came before.
            let mut random = Random::new(
                seed.wrapping_mul(1 << 32)
                    .wrapping_add(summary.enums as u64),
            );
            modules.push(generate::module(format!("e{}", summary.enums), &mut random));
            summary.enums += 1;
        }
        let checked = refusals::check(&place, modules)?;
        summary.ambiguous += checked.ambiguous;
        summary.refused += checked.refused;
        summary.disagreements.extend(checked.disagreements);
        summary
            .disagreements
            .extend(values::check(&place, &checked.compiled, seed)?);
    }
    Ok(summary)
}

/// What the proof costs the compiler: a table of build times.
///
/// # Errors
///
/// Those of cargo and of the file system.
pub fn cost() -> io::Result<String> {
    cost::table()
}
