use kate_errors::KateError;

/// Of a union nothing else is worth saying.
#[derive(KateError)]
#[status(200)]
#[detail]
#[kate(losy)]
union RunError {
    #[detail("Run not found")]
    id: u64,
}

fn main() {}
