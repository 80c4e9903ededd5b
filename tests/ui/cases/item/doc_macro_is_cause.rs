use kate_errors::KateError;

/// Errors of the runs
#[doc = include_str!("doc_macro_is_cause.rs")]
#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[doc = concat!("The run ", "is unknown")]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
