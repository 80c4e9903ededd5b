use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[header("retry-after")]
        #[kate(skip)]
        after: Option<u32>,
    },
}

fn main() {}
