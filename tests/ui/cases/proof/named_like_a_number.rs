use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
#[detail("Row {0}")]
struct MoveError(u64);

#[allow(non_camel_case_types)]
type u64 = String;

fn main() {}
