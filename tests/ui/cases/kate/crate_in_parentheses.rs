use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(crate(kate_errors))]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
