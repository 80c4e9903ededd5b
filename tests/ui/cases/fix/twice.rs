use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[fix("Check the run ID")]
    #[fix("Create a new run")]
    NotFound,
}

fn main() {}
