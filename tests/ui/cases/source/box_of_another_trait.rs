use kate_errors::KateError;

trait Failure: std::error::Error {}

#[derive(Debug, KateError)]
#[status(500)]
enum RunError {
    #[detail("Something went wrong")]
    Internal(#[source] Box<dyn Failure + Send + Sync>),
}

fn main() {}
