use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Tool(Box<dyn KateError + Send + Sync>),
}

fn main() {}
