use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[header("retry-after: 30")]
    NotFound,
}

fn main() {}
