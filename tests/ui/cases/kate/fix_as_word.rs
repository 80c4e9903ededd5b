use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[kate(fix("Check the run ID"))]
    NotFound,
}

fn main() {}
