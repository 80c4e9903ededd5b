use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(true)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
