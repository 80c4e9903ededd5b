use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[stauts(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
