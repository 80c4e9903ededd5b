use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Before(kate_errors::api::ArtifactError),

    #[kate(transparent)]
    After(kate_errors::api::ArtifactError),
}

fn main() {}
