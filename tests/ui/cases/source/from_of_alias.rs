use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal(#[from] std::io::Error),

    #[status(502)]
    #[detail("Tool execution failed")]
    Gateway(#[from] Cause),
}

type Cause = std::io::Error;

fn main() {}
