use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {name}{state} not found")]
    NotFound { name: String, state: String },
}

fn main() {}
