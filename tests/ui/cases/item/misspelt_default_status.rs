use kate_errors::KateError;

#[derive(Debug, KateError)]
#[statsu(404)]
enum RunError {
    #[detail("Run not found")]
    Run,

    #[detail("Span not found")]
    Span,
}

fn main() {}
