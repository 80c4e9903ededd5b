use kate_errors::KateError;

#[doc = concat!("Errors of ", "the runs")]
///
#[doc = stringify!(and more)]
#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    /// The run is unknown
    #[doc = concat!("or ", "gone")]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
