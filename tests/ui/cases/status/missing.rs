use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
