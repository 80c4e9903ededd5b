use kate_errors::KateError;

/// The header of a field is wrong. That the template does not name the field is not reported.
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
