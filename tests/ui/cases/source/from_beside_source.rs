use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal {
        source: std::io::Error,
        #[from]
        other: std::fmt::Error,
    },
}

fn main() {}
