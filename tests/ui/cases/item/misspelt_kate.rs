use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kat(transparent)]
    Tool(kate_errors::api::ToolError),
}

fn main() {}
