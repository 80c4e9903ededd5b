use kate_errors::KateError;

/// What would have made it emit-only is misspelt: the mistake is the word, not what stands without it.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id:?} not found")]
    #[kate(emitonly)]
    NotFound { id: &'static str },
}

fn main() {}
