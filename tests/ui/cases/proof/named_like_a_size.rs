use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
#[detail("Move from {0} to {1}")]
struct MoveError(usize, usize);

#[allow(non_camel_case_types)]
type usize = String;

fn main() {}
