use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[detail("Run not found")]
    NotFound { id: Option<Option<u64>> },
}

fn main() {}
