use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} of {owner} not found")]
    NotFound { id: Option<u64>, owner: Option<u64> },
}

fn main() {}
