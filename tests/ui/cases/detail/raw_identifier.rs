use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run of type {r#type} not found")]
    NotFound { r#type: u64 },
}

fn main() {}
