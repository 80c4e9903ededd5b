use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal {
        #[source]
        cause: std::io::Error,
        source: std::fmt::Error,
    },
}

fn main() {}
