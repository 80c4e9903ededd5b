use kate_errors::KateError;

#[derive(Debug)]
struct Cause;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal { source: Cause },
}

fn main() {}
