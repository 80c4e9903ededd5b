use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
#[detail("Run is {state}")]
struct Busy {
    #[kate(len = ..=10_000)]
    state: String,
}

fn main() {}
