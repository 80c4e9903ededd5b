use kate_errors::KateError;

#[derive(KateError)]
#[status(404)]
#[detail("Run not found")]
union RunError {
    id: u64,
}

fn main() {}
