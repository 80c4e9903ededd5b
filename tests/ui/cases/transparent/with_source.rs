use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
struct ToolError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Tool(#[source] ToolError),
}

fn main() {}
