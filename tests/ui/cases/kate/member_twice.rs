use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(member = "error")]
#[kate(member = "message")]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
