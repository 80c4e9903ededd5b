use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[header("x-run", "1")]
    #[kate(transparent)]
    Artifact(kate_errors::api::ArtifactError),
}

fn main() {}
