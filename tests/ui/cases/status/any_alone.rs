use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(any)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
