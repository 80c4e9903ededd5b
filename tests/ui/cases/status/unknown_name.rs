use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(BROKEN)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
