use kate_errors::KateError;

macro_rules! not_found {
    ($name:ident, $text:expr) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($text)]
        struct $name;
    };
}

not_found!(RunError, concat!("Run", " not found"));

fn main() {}
