use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other(#[from] std::io::Error),
}

fn main() {}
