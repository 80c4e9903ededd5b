use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(transparent)]
struct RunError {
    message: String,
}

fn main() {}
