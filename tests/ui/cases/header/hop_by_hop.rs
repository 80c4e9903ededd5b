use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[header("connection", "close")]
    NotFound,
}

fn main() {}
