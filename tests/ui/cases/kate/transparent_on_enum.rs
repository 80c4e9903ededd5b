use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(transparent)]
enum RunError {
    Artifact(kate_errors::api::ArtifactError),
}

fn main() {}
