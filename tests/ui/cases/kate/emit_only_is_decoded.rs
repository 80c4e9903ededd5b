use http::Response;
use kate_errors::{Decode, KateError};

#[derive(Debug, KateError)]
#[kate(emit_only)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
}

fn read<E: Decode>(response: &Response<Vec<u8>>) -> Option<E> {
    E::from_response(response).ok()
}

fn main() {
    let _ = read::<RunError>(&Response::new(Vec::new()));
}
