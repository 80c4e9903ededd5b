use std::fmt;

use kate_errors::KateError;

struct Id;

#[derive(KateError)]
#[kate(emit_only)]
enum RunError {
    #[status(404)]
    #[detail("Run {id:?} not found")]
    NotFound { id: Id },
}

impl fmt::Debug for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RunError")
    }
}

fn main() {}
