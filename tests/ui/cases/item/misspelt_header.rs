use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(429)]
    #[detail("Slow down")]
    TooMany {
        #[haeder("retry-after")]
        after: u64,
    },
}

fn main() {}
