use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Try again in {seconds} seconds")]
    Busy {
        #[header("retry-after")]
        seconds: Option<u32>,
    },
}

fn main() {}
