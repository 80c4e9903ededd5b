use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {id} of {owner} not found")]
struct RunError {
    id: u64,
    id: u64,
}

fn main() {
    let error = RunError { id: 1 };
    println!("{error} {:?}", error.body());
}
