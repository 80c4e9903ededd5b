use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[detail("Run failed")]
    Failed(
        #[from]
        #[kate(expose)]
        std::io::Error,
    ),
}

fn main() {}
