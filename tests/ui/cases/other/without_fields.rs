use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other,
}

fn main() {}
