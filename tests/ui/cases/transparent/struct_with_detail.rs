use kate_errors::KateError;

#[derive(Debug, KateError)]
#[detail("Run not found")]
#[kate(transparent)]
struct RunError(kate_errors::api::ArtifactError);

fn main() {}
