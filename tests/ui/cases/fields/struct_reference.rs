use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {0} not found")]
struct RunError(&'static str);

fn main() {}
