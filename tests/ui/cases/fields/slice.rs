use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Runs {0:?} not found")]
#[kate(emit_only)]
struct RunError([u8]);

fn show(error: &RunError) -> String {
    format!("{error} {:?}", error.headers())
}

fn main() {}
