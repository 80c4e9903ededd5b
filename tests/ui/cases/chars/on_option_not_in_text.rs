use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[kate(chars = "0-9")]
        id: Option<String>,
    },
}

fn main() {}
