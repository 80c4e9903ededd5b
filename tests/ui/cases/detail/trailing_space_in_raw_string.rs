use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail(r"Run not found ")]
    NotFound,
}

fn main() {}
