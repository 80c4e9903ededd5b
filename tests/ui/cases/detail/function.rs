use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail(fmt = show)]
    NotFound,
}

fn main() {}
