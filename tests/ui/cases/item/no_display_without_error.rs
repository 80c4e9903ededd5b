use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(no_display)]
struct RunError;

fn main() {}
