use kate_errors::{KateError, ToResponse};

/// What would have made it emit-only is misspelt: the mistake is the word, not what stands without it.
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
