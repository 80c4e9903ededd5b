use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Something went wrong")]
#[source]
struct RunError(std::io::Error);

fn main() {}
