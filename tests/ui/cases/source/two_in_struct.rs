use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Something went wrong")]
struct RunError {
    #[source]
    first: std::io::Error,
    #[source]
    second: std::fmt::Error,
}

fn main() {}
