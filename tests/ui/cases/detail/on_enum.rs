use kate_errors::KateError;

#[derive(Debug, KateError)]
#[detail("Run not found")]
enum RunError {
    #[status(404)]
    NotFound,
}

fn main() {}
