use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal(#[from] std::io::Error),
}

impl From<std::io::Error> for RunError {
    fn from(error: std::io::Error) -> Self {
        Self::Internal(error)
    }
}

fn main() {}
