use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
enum MoveError {
    #[detail("Row {row}{column}")]
    Refused { row: u8, column: u8 },
}

fn main() {}
