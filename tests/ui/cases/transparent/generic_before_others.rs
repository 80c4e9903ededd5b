use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError<E> {
    #[kate(transparent, lossy)]
    Nested(E),
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
