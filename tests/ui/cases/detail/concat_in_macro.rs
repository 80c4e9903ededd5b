use kate_errors::KateError;

macro_rules! not_found {
    ($name:ident, $what:expr) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail(concat!($what, " not found"))]
        struct $name;
    };
}

not_found!(RunError, "Run");

fn main() {}
