use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {0} not found")]
    NotFound(str),
}

fn main() {}
