use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal {
        #[source]
        first: std::io::Error,
        #[source]
        second: std::fmt::Error,
    },
}

fn main() {}
