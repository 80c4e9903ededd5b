use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(chars = "0-9f-a-")]
        id: String,
    },
}

fn main() {}
