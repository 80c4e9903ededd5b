use kate_errors::KateError;

#[derive(Debug)]
struct Id;

impl std::str::FromStr for Id {
    type Err = std::convert::Infallible;

    fn from_str(_: &str) -> Result<Self, Self::Err> {
        Ok(Self)
    }
}

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: Id },
}

fn main() {}
