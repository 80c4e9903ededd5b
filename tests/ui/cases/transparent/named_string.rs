use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Artifact { message: String },
}

fn main() {}
