use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(not_found)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
