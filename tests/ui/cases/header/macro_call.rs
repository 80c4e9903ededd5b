use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[header("x-run", concat!("a", "b"))]
    NotFound,
}

fn main() {}
