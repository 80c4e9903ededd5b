use kate_errors::KateError;

type Id = Option<u64>;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    #[detail("Run not found")]
    NotFound { id: Id },
}

fn main() {}
