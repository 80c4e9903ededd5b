use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong: {source}")]
    #[kate(expose)]
    Internal { source: std::io::Error },
}

fn main() {}
