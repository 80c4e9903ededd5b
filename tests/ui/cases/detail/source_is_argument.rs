use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run failed: {}", _0)]
    #[kate(emit_only)]
    Failed(#[from] std::io::Error),
}

fn main() {}
