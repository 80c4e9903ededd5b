use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {} not found", .1)]
    #[kate(emit_only)]
    NotFound(u64),
}

fn main() {}
