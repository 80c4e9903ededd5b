use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[header("x-run")]
        #[kate(chars = "a-z")]
        id: Option<String>,
    },
}

fn main() {}
