use kate_errors::{Decode, KateError};

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(emit_only)]
struct RunError;

fn main() {
    let _ = RunError::from_detail(None, "Run not found");
}
