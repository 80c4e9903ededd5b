use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(chars = "a-z")]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: String },
}

fn main() {}
