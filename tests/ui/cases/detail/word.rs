use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail(TEXT)]
    NotFound,
}

fn main() {}
