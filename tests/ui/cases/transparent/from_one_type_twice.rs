use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
struct NotFound;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run is lost")]
    Lost(#[from] NotFound),
    #[kate(transparent)]
    Other(#[from] NotFound),
}

fn main() {}
