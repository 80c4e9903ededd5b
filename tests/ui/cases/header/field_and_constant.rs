use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(429)]
    #[detail("Rate limit exceeded")]
    #[header("retry-after", "30")]
    Busy {
        #[header("retry-after")]
        after: Option<u32>,
    },
}

fn main() {}
