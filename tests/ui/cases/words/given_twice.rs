use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
#[detail("Run is {state}")]
struct Busy {
    #[kate(words("running"), words("done"))]
    state: String,
}

fn main() {}
