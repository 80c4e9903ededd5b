mod second;

pub use second::*;
