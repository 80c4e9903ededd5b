use kate_errors::KateError;

/// Six words that are not valid on a variant.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[kate(chars = "a-z", crate = kate_errors, expose, member = "error", no_display, skip)]
    NotFound,
}

fn main() {}
