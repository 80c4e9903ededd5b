use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound {
        #[kate(skip)]
        nested: Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>,
    },
}

fn main() {
    let _ = RunError::NotFound { nested: Vec::new() }.to_string();
}
