use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError<E> {
    #[fix("Check the run ID")]
    #[kate(transparent, lossy)]
    Run(E),
}

fn main() {}
