use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Artifact(#[kate(expose)] kate_errors::api::ArtifactError),
}

fn main() {}
