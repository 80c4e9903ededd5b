use kate_errors::KateError;

#[derive(KateError)]
enum RunError {
    #[status(200)]
    #[detail("Run not found")]
    RunNotFound,
}

fn main() {
    let error = "Run not found"
        .parse::<RunError>()
        .map_err(|error| error.to_string());
    let _ = error.map(|error| (error.to_string(), error.status()));
}
