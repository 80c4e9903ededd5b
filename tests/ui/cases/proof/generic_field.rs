use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
enum MoveError<T: std::fmt::Debug> {
    #[detail("{from} to {to}")]
    Refused { from: T, to: T },
}

fn main() {}
