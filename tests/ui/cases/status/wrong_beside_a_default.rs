use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
    #[status(9999)]
    #[detail("Run not found")]
    Gone,
}

fn main() {}
