use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run failed: {source}")]
    Failed { source: String },
}

fn main() {}
