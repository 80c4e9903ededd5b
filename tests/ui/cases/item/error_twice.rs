use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
struct RunError;

impl std::error::Error for RunError {}

fn main() {}
