use super::{first as file, third::THIRD};

pub(crate) const ALONE: u8 = THIRD + file::first();
