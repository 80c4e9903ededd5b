use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Not found")]
    Run,

    #[detail("Not found")]
    Span,

    #[detail("Not found")]
    Tool,
}

fn main() {}
