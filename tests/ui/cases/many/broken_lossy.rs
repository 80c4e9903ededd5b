use kate_errors::KateError;

/// The word that accepts the second reading is misspelt. Only the word is reported.
#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Not found")]
    Run,

    #[detail("Not found")]
    #[kate(losssy)]
    Span,
}

fn main() {}
