use kate_errors::{Documented, KateError, ToResponse};

/// A type that is never parsed with one misuse, and the type is used.
#[derive(Debug, KateError)]
#[kate(emit_only)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong: {sorce}")]
    Internal {
        #[kate(expose)]
        source: std::io::Error,
    },
}

fn main() {
    let source = std::io::Error::other("disk full");
    let error = RunError::Internal { source };
    println!("{error} {} {}", error.status(), RunError::CATALOG);
    let _ = error.to_response::<Vec<u8>>();
}
