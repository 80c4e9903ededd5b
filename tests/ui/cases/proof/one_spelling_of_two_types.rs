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
    ($Other:ty) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        enum RunError {
            #[detail("Run {0} not found")]
            Number($Other),
            #[detail("Task {0} not found")]
            Word($crate::Id),
            #[detail("Run a not found")]
            RunA,
            #[detail("Task a not found")]
            TaskA,
        }
    };
}

// Both types are spelled `$crate::Id`.
ui_tests::with_id!(errors);

fn main() {}
