use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(429)]
    #[detail("Rate limit exceeded")]
    Busy {
        #[header("retry-after")]
        after: &'static str,
    },
}

fn main() {}
