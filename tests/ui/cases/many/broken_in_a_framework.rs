use axum_core::response::{IntoResponse, Response};
use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(axum)]
enum RunError {
    #[status(200)]
    #[detail("Run not found")]
    NotFound,
}

#[derive(Debug, KateError)]
#[kate(axum)]
#[status(200)]
#[detail("{what}")]
struct Generic<T> {
    what: T,
}

fn show() -> Result<String, RunError> {
    Err(RunError::NotFound)
}

fn main() {
    let _: Response = show().into_response();
    let _: Response = Generic { what: 7 }.into_response();
}
