use std::error::Error;

use http::Response;
use kate_errors::{Body, Decode, Documented, KateError, Report, ToResponse};

/// One mistake, and the type is used wherever an error is.
#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {idd} not found")]
struct RunError {
    id: u64,
}

/// Holds the broken type.
#[derive(Debug, KateError)]
enum ApiError {
    #[kate(transparent)]
    Run(#[from] RunError),

    #[status(500)]
    #[detail("Something went wrong")]
    Internal { source: RunError },
}

fn boxed(error: RunError) -> Box<dyn Error + Send + Sync> {
    error.into()
}

fn question_mark(id: u64) -> Result<(), ApiError> {
    Err(RunError { id })?
}

fn boxed_kate_error(id: u64) -> Result<(), Box<dyn KateError + Send + Sync>> {
    Err(RunError { id })?
}

fn main() {
    let error = "Run 7 not found".parse::<RunError>().unwrap();
    println!("{error} {error:?} {} {}", error.status(), error.detail());
    println!(
        "{:?} {:?} {:?}",
        error.fix(),
        error.headers(),
        error.source()
    );
    println!("{} {}", RunError::CATALOG, ApiError::CATALOG);
    println!("{}", Report::new(&error));
    let response = error.to_response::<Vec<u8>>();
    let _ = RunError::from_response(&response);
    let _ = RunError::decode(response.status(), response.headers(), response.body());
    let _ = RunError::from_detail(None, "Run 7 not found");
    let Body(error) = Body(error);
    let _ = Response::<Vec<u8>>::from(error);
    let _ = (
        boxed(RunError { id: 7 }),
        boxed_kate_error(7),
        question_mark(7),
    );
}
