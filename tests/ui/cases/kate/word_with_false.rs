use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[kate(emit_only = false)]
    NotFound,
}

fn main() {}
