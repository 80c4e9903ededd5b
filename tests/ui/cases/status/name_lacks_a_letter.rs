use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(NOT_FOND)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
