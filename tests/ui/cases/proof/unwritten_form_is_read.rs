use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(400)]
#[detail("Limit {limit} exceeded")]
#[detail("Limit of {limit} exceeded")]
#[detail("Limit of {used} exceeded")]
#[detail("Limit exceeded")]
struct LimitError {
    limit: Option<u64>,
    used: Option<u64>,
}

fn main() {}
