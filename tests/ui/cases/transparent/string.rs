use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Artifact(String),
}

fn main() {}
