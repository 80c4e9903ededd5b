use kate_errors::KateError;

#[derive(Debug)]
struct Id;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[kate(skip)]
        id: Id,
    },
}

fn main() {}
