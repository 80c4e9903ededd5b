use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(200)]
#[detail("Run not found")]
struct ToolError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Tool(ToolError),
}

fn main() {}
