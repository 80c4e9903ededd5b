use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {id} not found")]
struct RunError {
    id: str,
}

fn main() {}
