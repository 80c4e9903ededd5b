use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[status(410)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
