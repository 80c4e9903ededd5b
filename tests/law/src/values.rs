//! Stub.
use std::io;
use crate::Disagreement;
use crate::compile::Crate;
use crate::model::Module;
pub(crate) fn check(_place: &Crate, _modules: &[Module], _seed: u64) -> io::Result<Vec<Disagreement>> { Ok(Vec::new()) }
