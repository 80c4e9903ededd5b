use kate_errors::KateError;

#[derive(Debug)]
struct Id;

#[derive(Debug, KateError)]
enum RunError {
    #[status(429)]
    #[detail("Rate limit exceeded")]
    Busy {
        #[header("x-id")]
        id: Option<Id>,
    },
}

fn main() {}
