//! A test oracle for the proof: every value of an enum that compiles comes back from its response, and every enum that does not compile is
//! ambiguous.
//!
//! It makes random error enums. By brute force, which shares no code with the tested crates, it finds out which of them are
//! ambiguous. The compiler must refuse exactly these, each with a valid witness, and values of all others must come back from
//! their responses.

mod ambiguity;
mod brute_force;
mod compile;
mod cost;
mod generate;
mod language;
mod model;
mod random;
mod readings;
mod refusals;
mod round_trip;
mod second;

use std::collections::BTreeSet;
use std::{fmt, io};

use compile::Crate;
use model::Module;
use random::Random;

/// The result of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many enums were made, without those in transparent variants.
    pub enums: usize,
    /// How many of them are ambiguous by brute force.
    pub ambiguous: usize,
    /// How many the compiler refused.
    pub refused: usize,
    /// How many ambiguous ones compile and lose a value. Where the proof is switched off, about three quarters do.
    pub lost: usize,
    /// Where the two disagree, where a witness is wrong, and where a value does not come back.
    pub disagreements: Vec<Disagreement>,
}

/// A random enum for which the tested crates do the wrong thing.
#[derive(Debug)]
pub struct Disagreement {
    /// The name of the enum's module.
    pub name: String,
    /// The enum and those in its transparent variants.
    pub source: String,
    /// What is wrong.
    pub why: String,
}

impl Disagreement {
    fn of(module: &Module, why: &str) -> Self {
        let enums = module.enums.iter();
        Self {
            name: module.name.clone(),
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
        )?;
        if self.lost > 0 {
            write!(f, "; {} ambiguous enums lose a value", self.lost)?;
        }
        Ok(())
    }
}

/// The number of enums in one crate.
const BATCH: usize = 200;

/// Makes this number of enums from a seed, and tests them in a crate with this name in the target directory.
///
/// # Errors
///
/// Those of cargo and of the file system.
pub fn run(name: &str, enums: usize, seed: u64) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let tested = Crate::new(name)?;
    while summary.enums < enums {
        let mut modules = Vec::new();
        while modules.len() < BATCH && summary.enums < enums {
            // Each enum has its own seed, so that it does not depend on the number of enums.
            let mut random = Random::new(
                seed.wrapping_mul(1 << 32)
                    .wrapping_add(summary.enums as u64),
            );
            modules.push(generate::module(format!("e{}", summary.enums), &mut random));
            summary.enums += 1;
        }
        let checked = refusals::check(&tested, modules)?;
        summary.ambiguous += checked.ambiguous;
        summary.refused += checked.refused;
        summary.disagreements.extend(checked.disagreements);
        summary
            .disagreements
            .extend(round_trip::check(&tested, &checked.compiled, seed)?);
        if !checked.missed.is_empty() {
            let wrong = round_trip::check(&tested, &checked.missed, seed)?;
            let wrong = wrong
                .iter()
                .filter(|wrong| wrong.why.contains("comes back"));
            let names: BTreeSet<_> = wrong.map(|wrong| wrong.name.clone()).collect();
            summary.lost += names.len();
        }
    }
    Ok(summary)
}

/// [`run`] with groups of types from the second generator, which was written from the documentation alone.
///
/// # Errors
///
/// Those of cargo and of the file system.
pub fn run_second(name: &str, groups: usize, seed: u64) -> io::Result<Summary> {
    second::run(name, groups, seed)
}

/// A table of build times, with the proof and without.
///
/// # Errors
///
/// Those of cargo and of the file system.
pub fn cost() -> io::Result<String> {
    cost::table()
}
