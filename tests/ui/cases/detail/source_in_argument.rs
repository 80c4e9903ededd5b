use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run failed: {}", .cause.kind())]
    #[kate(emit_only)]
    Failed {
        #[source]
        cause: std::io::Error,
    },
}

fn main() {}
