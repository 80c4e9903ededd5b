use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(emit_only)]
struct ToolError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Tool(ToolError),
}

fn main() {}
