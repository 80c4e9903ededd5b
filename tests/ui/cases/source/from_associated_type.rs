use kate_errors::KateError;

trait Service {
    type Error: std::error::Error + 'static;
}

#[derive(Debug, KateError)]
#[status(502)]
enum CallError<S: Service> {
    #[detail("The service failed")]
    Failed(#[from] S::Error),
}

fn main() {}
