use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
enum RunError {
    #[detail("Run {id} is {state}")]
    Is {
        id: u64,
        #[kate(words("running", "locked"))]
        state: String,
    },
    #[detail("Run {id} is locked")]
    Locked { id: u64 },
}

fn main() {}
