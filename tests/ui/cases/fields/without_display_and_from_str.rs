use kate_errors::KateError;

#[derive(Debug)]
struct Id;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: Id },
}

fn main() {}
