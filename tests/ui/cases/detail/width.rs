use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id:>5} not found")]
    NotFound { id: u64 },
}

fn main() {}
