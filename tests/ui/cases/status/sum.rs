use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(400 + 4)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
