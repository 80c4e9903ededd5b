use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
#[detail("Run is gone")]
struct Busy {
    #[kate(skip, words("running"))]
    state: String,
}

fn main() {}
