use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {id} not found")]
#[kate(chars = "a-z")]
struct RunError {
    id: String,
}

fn main() {}
