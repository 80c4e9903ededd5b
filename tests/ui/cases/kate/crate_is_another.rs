use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(crate = http)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
