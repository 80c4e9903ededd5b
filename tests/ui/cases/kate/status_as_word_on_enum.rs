use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(status = 404)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
