use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
#[detail("Run is {state}")]
struct Busy {
    #[kate(words("running"), chars = "a-z")]
    state: String,
}

fn main() {}
