use kate_errors::{KateError, ToResponse};

/// The word that makes it emit-only is misspelt. Only the word is reported, and nothing that follows from its absence.
#[derive(Debug, KateError)]
#[kate(emit_onli)]
enum RunError {
    #[status(404)]
    #[detail("Run {id:?} not found")]
    NotFound { id: &'static str },
}

fn main() {
    let _ = RunError::NotFound { id: "7" }.to_response::<Vec<u8>>();
}
