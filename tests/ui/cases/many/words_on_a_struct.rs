use kate_errors::KateError;

/// Four words, none of which a struct takes.
#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(chars = "a-z", expose, other, skip)]
struct RunError;

fn main() {}
