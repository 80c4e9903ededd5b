use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(expose)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong: {source}")]
    Internal { source: std::io::Error },
}

fn main() {}
