use kate_errors::KateError;

/// Seven words, none of which a field takes.
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
