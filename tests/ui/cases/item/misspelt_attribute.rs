use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detial("Run not found")]
    NotFound,
}

fn main() {}
