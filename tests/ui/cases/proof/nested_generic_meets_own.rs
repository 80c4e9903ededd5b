use kate_errors::KateError;

#[derive(Debug, KateError)]
enum Wrapped<T> {
    #[status(400)]
    #[detail("Wrapped wrongly")]
    Own,
    #[kate(transparent, lossy)]
    Inner(T),
}

#[derive(Debug, KateError)]
#[status(400)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
}

#[derive(Debug, KateError)]
enum ApiError {
    #[kate(transparent)]
    Wrapped(Wrapped<RunError>),
    #[status(400)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
