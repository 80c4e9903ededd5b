use kate_errors::KateError;

/// What would have accepted the second reading is misspelt: the mistake is the word.
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
