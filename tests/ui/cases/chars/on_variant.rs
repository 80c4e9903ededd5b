use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[kate(chars = "a-z")]
    NotFound { id: String },
}

fn main() {}
