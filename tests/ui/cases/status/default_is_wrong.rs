use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(200)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
