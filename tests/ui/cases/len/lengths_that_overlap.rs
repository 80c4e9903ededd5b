use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
enum RunError {
    #[detail("Run {id}")]
    Id {
        #[kate(chars = "0-9", len = 1..=4)]
        id: String,
    },
    #[detail("Run {hash}")]
    Hash {
        #[kate(chars = "0-9a-f", len = 4..)]
        hash: String,
    },
}

fn main() {}
