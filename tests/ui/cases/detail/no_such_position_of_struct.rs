use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {1} not found")]
struct RunError(u64);

fn main() {}
