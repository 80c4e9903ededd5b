use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
struct RunError;

fn main() {}
