use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run {1} is lost")]
    Internal(#[from] std::io::Error, u64),
}

fn main() {}
