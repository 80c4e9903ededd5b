use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(transparent)]
#[kate(transparent)]
struct RunError(kate_errors::api::ArtifactError);

fn main() {}
