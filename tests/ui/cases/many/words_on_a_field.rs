use kate_errors::KateError;

/// Seven words that are not valid on a field.
#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(crate = kate_errors)]
        #[kate(emit_only)]
        #[kate(lossy)]
        #[kate(member = "error")]
        #[kate(no_display)]
        #[kate(other)]
        #[kate(transparent)]
        id: u64,
    },
}

fn main() {}
