//! What an attribute is written on.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Enum,
    Struct,
    Variant,
    Field,
}

impl Target {
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        }
    }

    /// The message for an attribute or a word on a wrong target.
    pub(super) fn refuses(self, what: &str, allowed: &[Self]) -> String {
        let described: Vec<_> = allowed.iter().map(|target| target.describe()).collect();
        let list = match described.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        };
        format!(
            "`{what}` does not belong on {}: it goes on {list}",
            self.describe()
        )
    }
}
