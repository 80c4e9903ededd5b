use kate_errors::KateError;

/// The default status of three variants is wrong, and is reported once.
#[derive(Debug, KateError)]
#[status("404")]
enum RunError {
    #[detail("Run not found")]
    NotFound,

    #[detail("Run is lost")]
    Lost,

    #[detail("Run is busy")]
    Busy,
}

fn main() {}
