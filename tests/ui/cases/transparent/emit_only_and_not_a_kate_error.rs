use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent, emit_only)]
    Io(std::io::Error),
}

fn main() {}
