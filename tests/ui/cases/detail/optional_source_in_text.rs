use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found: {source}")]
    #[detail("Run not found")]
    NotFound { source: Option<std::io::Error> },
}

fn main() {}
