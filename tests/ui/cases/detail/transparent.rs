use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[detail(transparent)]
    Artifact(kate_errors::api::ArtifactError),
}

fn main() {}
