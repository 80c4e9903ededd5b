use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other { status: u16, detail: String },
}

fn main() {}
