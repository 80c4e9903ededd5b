use kate_errors::KateError;
use kate_errors::api::ArtifactError;

#[derive(Debug, KateError)]
enum ToolError {
    #[kate(transparent)]
    Artifact(ArtifactError),
}

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Artifact not found")]
    NotFound,

    #[kate(transparent)]
    Tool(ToolError),
}

fn main() {}
