use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run {id} is lost")]
    Internal {
        #[from]
        source: std::io::Error,
        id: u64,
    },
}

fn main() {}
