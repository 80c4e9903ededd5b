use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound { id: Id },
    #[detail("Run 7 not found")]
    Seven,
}

type Id = u8;

fn main() {}
