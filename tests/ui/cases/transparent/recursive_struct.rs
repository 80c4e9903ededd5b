use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(transparent)]
struct RunError(Box<RunError>);

fn main() {}
