use kate_errors::KateError;
use kate_errors::api::{ApiError, ArtifactError};

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Api(ApiError),

    #[kate(transparent)]
    Artifact(ArtifactError),
}

fn main() {}
