use kate_errors::KateError;

/// What would have sent the field in a header has a mistake: it is not missing in the text too.
#[derive(Debug, KateError)]
enum RunError {
    #[status(429)]
    #[detail("Rate limit exceeded")]
    Busy {
        #[header("retry after")]
        after: u32,
    },
}

fn main() {}
