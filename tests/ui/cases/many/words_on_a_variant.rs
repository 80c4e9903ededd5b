use kate_errors::KateError;

/// Six words, none of which a variant takes.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[kate(chars = "a-z", crate = kate_errors, expose, member = "error", no_display, skip)]
    NotFound,
}

fn main() {}
