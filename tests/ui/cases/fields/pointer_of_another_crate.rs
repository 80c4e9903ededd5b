use kate_errors::KateError;

#[derive(Debug)]
struct Arc<T>(T);

impl<T: std::fmt::Display> std::fmt::Display for Arc<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound { id: Arc<u64> },
}

fn main() {}
