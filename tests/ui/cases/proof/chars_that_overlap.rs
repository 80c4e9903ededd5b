use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    ById {
        #[kate(chars = "0-9a-f")]
        id: String,
    },

    #[detail("Run {number} not found")]
    ByNumber { number: u64 },
}

fn main() {}
