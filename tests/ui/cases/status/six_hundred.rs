use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(600)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
