use kate_errors::KateError;

/// One variant, and a misuse in each of its attributes.
#[derive(Debug, KateError)]
enum RunError {
    #[status(NOT_FOND)]
    #[detail("Run {idd} not found")]
    #[fix(404)]
    #[header("content-type", "text/plain")]
    #[kate(emitonly)]
    NotFound {
        #[kate(rename = "run")]
        id: u64,
        #[header("retry after")]
        after: u32,
    },
}

fn main() {}
