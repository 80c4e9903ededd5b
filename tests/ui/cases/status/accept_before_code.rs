use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(accept(any))]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
