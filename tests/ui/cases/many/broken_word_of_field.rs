use kate_errors::KateError;

/// The word that leaves the field out of the template is misspelt. Only the word is reported.
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
