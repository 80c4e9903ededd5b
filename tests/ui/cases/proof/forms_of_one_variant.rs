use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(429)]
enum RateError {
    #[detail("Low {now}")]
    #[detail("Low {later}")]
    #[detail("Low")]
    Low { now: Option<u8>, later: Option<u8> },
}

fn main() {}
