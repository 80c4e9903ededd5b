use kate_errors::KateError;

/// Six words, none of which an enum takes.
#[derive(Debug, KateError)]
#[kate(chars = "a-z")]
#[kate(expose)]
#[kate(lossy)]
#[kate(other)]
#[kate(skip)]
#[kate(transparent)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
