use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
#[detail("Run is {state}")]
struct Busy {
    #[kate(words("a"), len = 3)]
    state: String,
}

fn main() {}
