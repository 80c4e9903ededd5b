use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(4040)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
