use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(crate = Self::errors)]
#[status(404)]
#[detail("Run not found")]
struct RunError;

fn main() {}
