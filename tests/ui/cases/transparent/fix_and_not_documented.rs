use std::borrow::Cow;
use std::fmt;

use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug)]
struct ToolError;

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Run not found")
    }
}

impl std::error::Error for ToolError {}

impl KateError for ToolError {
    fn status(&self) -> StatusCode {
        StatusCode::NOT_FOUND
    }

    fn detail(&self) -> Cow<'static, str> {
        Cow::Borrowed("Run not found")
    }
}

#[derive(Debug, KateError)]
#[kate(emit_only)]
enum RunError {
    #[fix("Check the tool ID")]
    #[kate(transparent)]
    Tool(ToolError),
}

fn main() {}
