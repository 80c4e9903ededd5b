use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[kate::detail("Run not found")]
    NotFound,
}

fn main() {}
