//! The sets of errors, each as a type of each peer.

use std::fmt::Debug;
use std::str::FromStr;

use http::StatusCode;
use kate_errors::Decode;

/// A set of errors.
pub(crate) trait Set {
    const NAME: &'static str;
    const CONSTANTS: &'static [(u16, &'static str)];
    const TEMPLATES: &'static [(u16, &'static str)];
    type Ours: Decode + FromStr<Err: Debug> + Debug;
    type ParseDisplay: FromStr<Err: Debug> + Debug;
    type Strum: FromStr<Err: Debug> + Debug;
    type Hand: Debug;

    fn hand(status: StatusCode, text: &str) -> Option<Self::Hand>;

    fn regex(text: &str) -> Option<Self::Hand>;
}

macro_rules! sets {
    ($($Set:ident($module:ident, $file:literal): $name:literal,)*) => {$(
        #[allow(
            dead_code,
            unreachable_pub,
            clippy::all,
            clippy::pedantic,
            reason = "generated, also for crates of their own; only `Debug` reads the fields"
        )]
        pub(crate) mod $module {
            include!(concat!(env!("OUT_DIR"), "/", $file));
        }

        pub(crate) enum $Set {}

        impl Set for $Set {
            const NAME: &'static str = $name;
            const CONSTANTS: &'static [(u16, &'static str)] = $module::CONSTANTS;
            const TEMPLATES: &'static [(u16, &'static str)] = $module::TEMPLATES;
            type Ours = $module::Ours;
            type ParseDisplay = $module::ParseDisplay;
            type Strum = $module::Strum;
            type Hand = $module::Hand;

            fn hand(status: StatusCode, text: &str) -> Option<$module::Hand> {
                $module::Hand::parse(status.as_u16(), text)
            }

            fn regex(text: &str) -> Option<$module::Hand> {
                $module::regex(text)
            }
        }
    )*};
}

sets! {
    Kate(kate, "kate.rs"): "20 variants",
    Ten(ten, "ten.rs"): "10 variants",
    Hundred(hundred, "hundred.rs"): "100 variants",
    Thousand(thousand, "thousand.rs"): "1,000 variants",
    OneLength(one_length, "one_length.rs"): "1,000 of one length",
}

/// A status and a text.
pub(crate) type Case = (StatusCode, String);

/// The cases of a set, from the generated constants.
pub(crate) fn cases(generated: &[(u16, &str)]) -> Vec<Case> {
    let case = |&(status, text): &(u16, &str)| {
        let status = StatusCode::from_u16(status).expect("the description has valid statuses");
        (status, text.to_owned())
    };
    generated.iter().map(case).collect()
}
