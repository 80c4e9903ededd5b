use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Something went wrong: {source}")]
#[kate(expose)]
struct RunError {
    source: std::io::Error,
}

fn main() {}
