use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[deatil("Run not found")]
    NotFound { id: Option<u64> },
}

fn main() {}
