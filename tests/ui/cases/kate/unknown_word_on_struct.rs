use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(retryable)]
struct RunError;

fn main() {}
