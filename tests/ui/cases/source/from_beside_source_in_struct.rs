use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Something went wrong")]
struct RunError {
    #[source]
    source: std::io::Error,
    #[from]
    other: std::fmt::Error,
}

fn main() {}
