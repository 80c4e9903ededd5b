use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal(#[from(std::io::Error)] std::io::Error),
}

fn main() {}
