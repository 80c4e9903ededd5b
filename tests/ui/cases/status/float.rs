use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(402.0)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
