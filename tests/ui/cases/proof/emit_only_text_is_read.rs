use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Not found")]
    #[kate(emit_only)]
    Hidden,
    #[detail("Not found")]
    NotFound,
}

fn main() {}
