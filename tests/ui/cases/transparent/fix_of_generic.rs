use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError<E> {
    #[fix("Check the run ID")]
    #[kate(transparent)]
    Run(E),
}

fn main() {}
