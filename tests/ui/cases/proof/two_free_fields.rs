use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
enum MoveError {
    #[detail("{from} to {to}")]
    Refused { from: String, to: String },
}

fn main() {}
