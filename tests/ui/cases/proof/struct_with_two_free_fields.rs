use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
#[detail("{from} to {to}")]
struct MoveError {
    from: String,
    to: String,
}

fn main() {}
