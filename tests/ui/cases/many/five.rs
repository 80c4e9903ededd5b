use kate_errors::{Decode, Documented, KateError};

/// Five misuses, each reported once.
#[derive(Debug, KateError)]
#[kate(member = "")]
enum RunError {
    #[status(200)]
    #[detail("Run not found")]
    RunNotFound,

    #[status(402)]
    #[detail("Insufficient token balance. Required: {requird}")]
    InsufficientTokenBalance { required: u64 },

    #[status(500)]
    Internal(#[from] std::io::Error),

    #[kate(losy)]
    #[status(502)]
    #[detail("Tool execution failed")]
    Failed(#[from] std::fmt::Error),
}

fn show() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::RunNotFound)?
}

fn show_as_kate_error() -> Result<(), Box<dyn KateError + Send + Sync>> {
    Err(RunError::InsufficientTokenBalance { required: 500 })?
}

fn read() -> Result<String, RunError> {
    let mut text = std::fs::read_to_string("run")?;
    std::fmt::Write::write_str(&mut text, "end")?;
    Ok(text)
}

fn main() {
    let _ = (show(), show_as_kate_error(), read());
    let error = "Run not found".parse::<RunError>().unwrap();
    println!("{error} {} {}", error.status(), error.detail());
    println!("{} {:?}", RunError::CATALOG, error.spec());
    let _ = RunError::decode(error.status(), &error.headers(), &error.body());
    let response: http::Response<Vec<u8>> = error.into();
    let _ = RunError::from_response(&response);
}
