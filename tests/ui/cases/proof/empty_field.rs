use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run{suffix}")]
    Named { suffix: String },

    #[detail("Run")]
    Unnamed,
}

fn main() {}
