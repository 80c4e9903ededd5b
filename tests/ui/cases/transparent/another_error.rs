use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Io(#[from] std::io::Error),
}

fn main() {}
