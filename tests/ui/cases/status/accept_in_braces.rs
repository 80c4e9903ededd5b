use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404, accept { 410 })]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
