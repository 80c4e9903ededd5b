use kate_errors::KateError;

/// The default of three variants has a mistake: it is said once.
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
