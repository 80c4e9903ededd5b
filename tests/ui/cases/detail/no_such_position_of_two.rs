use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {1} of {2} not found")]
    NotFound(u64, u64),
}

fn main() {}
