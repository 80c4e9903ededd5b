use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
struct ToolError;

#[derive(Debug, KateError)]
#[kate(transparent)]
struct RunError(ToolError, u64);

fn main() {}
