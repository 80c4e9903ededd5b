use kate_errors::KateError;

/// Only the union is reported, and none of its attributes.
#[derive(KateError)]
#[status(200)]
#[detail]
#[kate(losy)]
union RunError {
    #[detail("Run not found")]
    id: u64,
}

fn main() {}
