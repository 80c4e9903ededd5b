use kate_errors::KateError;

/// What would have kept the field out of the text is misspelt: the mistake is the word, not what stands without it.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[kate(skp)]
        id: u64,
    },
}

fn main() {}
