use kate_errors::{Decode, Documented, KateError};

/// Five misuses, each reported once.
#[derive(Debug, KateError)]
enum RunError<'a, T, const N: usize>
where
    T: std::error::Error,
{
    #[status(200)]
    #[detail("Run not found")]
    RunNotFound,

    #[status(402)]
    #[detail("Insufficient token balance. Required: {requird}")]
    InsufficientTokenBalance { required: [&'a str; N] },

    #[status(500)]
    Internal(#[from] T),

    #[kate(losy)]
    #[status(502)]
    #[detail("Tool execution failed")]
    Failed(#[from] Option<Box<T>>),

    #[status(503, acept(any))]
    #[detail("Try again later")]
    Busy,
}

type Concrete = RunError<'static, std::io::Error, 2>;

fn show() -> Result<(), Box<dyn std::error::Error>> {
    Err(Concrete::RunNotFound)?
}

fn show_as_kate_error() -> Result<(), Box<dyn KateError + Send + Sync>> {
    Err(Concrete::Busy)?
}

fn read() -> Result<String, Concrete> {
    Ok(std::fs::read_to_string("run")?)
}

fn main() {
    let _ = (show(), show_as_kate_error(), read());
    let error = "Run not found".parse::<Concrete>().unwrap();
    println!("{error} {} {}", error.status(), error.detail());
    println!("{} {:?}", Concrete::CATALOG, error.spec());
    let _ = Concrete::decode(error.status(), &error.headers(), &error.body());
    let response: http::Response<Vec<u8>> = error.into();
    let _ = Concrete::from_response(&response);
}
