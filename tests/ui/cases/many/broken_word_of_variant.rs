use kate_errors::KateError;

/// The word that makes it emit-only is misspelt. Only the word is reported, and nothing that follows from its absence.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id:?} not found")]
    #[kate(emitonly)]
    NotFound { id: &'static str },
}

fn main() {}
