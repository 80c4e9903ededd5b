use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Not found: {self}")]
    #[kate(emit_only)]
    NotFound { id: u64 },
}

fn main() {}
