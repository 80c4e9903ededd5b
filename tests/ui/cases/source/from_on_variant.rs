use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    #[from]
    Internal(std::io::Error),
}

fn main() {}
