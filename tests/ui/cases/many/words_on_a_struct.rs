use kate_errors::KateError;

/// Four words that are not valid on a struct.
#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(chars = "a-z", expose, other, skip)]
struct RunError;

fn main() {}
