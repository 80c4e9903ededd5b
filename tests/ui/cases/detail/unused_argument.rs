use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found", id + 1)]
    #[kate(emit_only)]
    NotFound { id: u64 },
}

fn main() {}
