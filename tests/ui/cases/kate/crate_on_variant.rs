use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[kate(crate = kate_errors)]
    NotFound,
}

fn main() {}
