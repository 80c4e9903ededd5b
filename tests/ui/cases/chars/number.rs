use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(chars = 9)]
        id: String,
    },
}

fn main() {}
