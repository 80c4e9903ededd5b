use kate_errors::KateError;

trait Service {
    type Error: std::error::Error + 'static;
}

#[derive(Debug, KateError)]
#[status(502)]
#[detail("The service failed")]
struct CallError<S: Service>(#[from] Option<<S as Service>::Error>);

fn main() {}
