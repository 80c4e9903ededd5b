use kate_errors::KateError;

#[derive(Debug, KateError)]
#[header("www-authenticate", "Bearer")]
#[header("WWW-Authenticate", "Basic")]
enum RunError {
    #[status(401)]
    #[detail("Not logged in")]
    NoLogin,
}

fn main() {}
