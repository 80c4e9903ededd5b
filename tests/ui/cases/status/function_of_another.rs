use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(StatusCode::from_u16(404))]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
