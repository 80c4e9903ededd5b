use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
struct ToolError;

#[derive(Debug, KateError)]
enum RunError {
    #[detail("Run not found")]
    #[kate(transparent)]
    Tool(ToolError),
}

fn main() {}
