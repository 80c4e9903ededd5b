use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError<E> {
    #[kate(transparent)]
    Nested(E),
}

fn main() {}
