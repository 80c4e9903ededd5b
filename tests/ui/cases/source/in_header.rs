use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal {
        #[source]
        #[header("x-cause")]
        cause: Option<std::io::Error>,
    },
}

fn main() {}
