use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[header("content-type", "text/plain")]
    NotFound,
}

fn main() {}
