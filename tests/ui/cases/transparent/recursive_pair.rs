use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Tool(Box<ToolError>),
}

#[derive(Debug, KateError)]
enum ToolError {
    #[kate(transparent)]
    Run(Box<RunError>),
}

fn main() {}
