//! The tests are in `tests`. This crate has what their cases need of a crate that is not their own.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use kate_errors::{DetailText, Language};

/// An identifier of digits.
#[derive(Debug)]
pub struct Id(String);

impl DetailText for Id {
    const LANGUAGE: Language = Language::chars("0-9");
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Id {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// Calls a macro with [`Id`], spelled as `$crate::Id`.
#[macro_export]
macro_rules! with_id {
    ($callee:ident) => {
        $callee!($crate::Id);
    };
}
