use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} is {state}")]
    Busy { id: u64, state: String },
    #[detail("Run {id} is lost")]
    Lost { id: u64 },
}

fn main() {}
