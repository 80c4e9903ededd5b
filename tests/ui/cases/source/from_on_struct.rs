use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Something went wrong")]
#[from]
struct RunError(std::io::Error);

fn main() {}
