use kate_errors::KateError;

#[derive(Debug, KateError)]
struct RunError;

fn main() {}
