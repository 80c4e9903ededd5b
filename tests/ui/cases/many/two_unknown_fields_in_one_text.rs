use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {idd:?} of {ownr} not found")]
    NotFound { id: u64, owner: u64 },
}

fn main() {}
