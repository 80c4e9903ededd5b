use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(transparent)]
struct RunError(#[source] kate_errors::api::ArtifactError);

fn main() {}
