use std::error::Error;
use std::fmt::Display;
use std::str::FromStr;

use http::Response;
use kate_errors::{Body, Decode, Documented, KateError, NoMatch, Report, ToResponse};

/// One misuse, and the type is used wherever an error can be.
#[derive(Debug, KateError)]
enum RunError {
    #[status(42)]
    #[detail("Run not found")]
    NotFound,
}

fn takes_all<E>(_: &E)
where
    E: Display + Error + KateError + ToResponse + Decode + Documented + FromStr<Err = NoMatch>,
    Response<Vec<u8>>: From<E>,
{
}

fn response() -> Result<Response<Vec<u8>>, Response<Vec<u8>>> {
    Err(RunError::NotFound)?
}

fn main() {
    let error = RunError::NotFound;
    takes_all(&error);
    let _ = response();
    let _ = Report::new(&error).to_string();
    let _ = error.to_response::<Vec<u8>>();
    let _ = RunError::CATALOG.to_string();
    let _ = Body(error);
}
