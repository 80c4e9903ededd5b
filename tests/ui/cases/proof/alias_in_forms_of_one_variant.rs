use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(429)]
enum RateError {
    #[detail("Low {now}")]
    #[detail("Low {later}")]
    #[detail("Low")]
    Low {
        now: Option<Count>,
        later: Option<Count>,
    },
}

type Count = u8;

fn main() {}
