use kate_errors::{DetailText, KateError, Language};

#[derive(Debug)]
pub struct Id(String);

impl DetailText for Id {
    const LANGUAGE: Language = Language::chars("a-z");
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Id {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

macro_rules! errors {
    () => {
        #[derive(Debug, KateError)]
        #[status(404)]
        enum RunError {
            #[detail("Run {0} not found")]
            Run($crate::Id),
            #[detail("Run 1 not found")]
            One,
            #[detail("Run {0} not found")]
            Again(crate::Id),
        }
    };
}

errors!();

fn main() {}
