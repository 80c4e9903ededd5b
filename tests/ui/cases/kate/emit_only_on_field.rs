use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(emit_only)]
        id: u64,
    },
}

fn main() {}
