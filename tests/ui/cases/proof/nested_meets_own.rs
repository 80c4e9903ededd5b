use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Artifact(kate_errors::api::ArtifactError),
    #[status(404)]
    #[detail("Artifact not found")]
    NotFound,
}

fn main() {}
