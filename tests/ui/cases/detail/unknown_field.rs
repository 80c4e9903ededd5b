use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {owner} not found")]
    NotFound { id: u64, name: String },
}

fn main() {}
