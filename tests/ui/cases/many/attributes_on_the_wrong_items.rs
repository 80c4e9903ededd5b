use kate_errors::KateError;

/// Every attribute on an item where it is not valid.
#[derive(Debug, KateError)]
#[detail("Run not found")]
#[from]
#[source]
enum RunError {
    #[from]
    #[source]
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound {
        #[detail("Run")]
        #[fix("Check the run ID")]
        #[status(404)]
        id: u64,
    },
}

fn main() {}
