use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
    #[detail("{what} not found")]
    Missing { what: String },
}

fn main() {}
