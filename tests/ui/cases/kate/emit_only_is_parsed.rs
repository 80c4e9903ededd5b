use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run not found")]
#[kate(emit_only)]
struct RunError;

fn main() {
    let _ = "Run not found".parse::<RunError>();
}
