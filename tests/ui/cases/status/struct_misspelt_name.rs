use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(NOT_FUOND)]
#[detail("Run not found")]
struct RunError;

fn main() {}
