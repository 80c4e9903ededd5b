use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
enum MoveError {
    #[detail("Row {row}{column}")]
    Refused { row: Row, column: Row },
}

type Row = u8;

fn main() {}
