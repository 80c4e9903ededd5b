use kate_errors::KateError;

#[derive(Debug, KateError)]
#[source]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal(std::io::Error),
}

fn main() {}
