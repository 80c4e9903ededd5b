use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[header("x-run", "{id}")]
    NotFound { id: u64 },
}

fn main() {}
