use kate_errors::KateError;

#[derive(Debug, KateError)]
#[header("www-authenticate")]
enum RunError {
    #[status(401)]
    #[detail("Not logged in")]
    NoLogin,
}

fn main() {}
