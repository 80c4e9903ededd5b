use kate_errors::KateError;

/// Everything that is not valid on a field of a tuple struct.
#[derive(Debug, KateError)]
#[status(404)]
#[detail("Run {0} not found")]
struct RunError(
    #[kate(crate = kate_errors)]
    #[kate(emit_only)]
    #[kate(lossy)]
    #[kate(member = "error")]
    #[kate(no_display)]
    #[kate(other)]
    #[kate(transparent)]
    #[detail("Run")]
    #[fix("Check the run ID")]
    #[status(404)]
    u64,
);

fn main() {}
