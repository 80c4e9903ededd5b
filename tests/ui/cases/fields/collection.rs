use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Runs {ids} not found")]
    NotFound { ids: Vec<u64> },
}

fn main() {}
