use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(,)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
