use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[fix("List the runs, and look for {id}")]
    NotFound { id: u64 },
}

fn main() {}
