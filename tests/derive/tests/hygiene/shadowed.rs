//! Types, modules and macros with the names of the prelude and of crates.

use derive_tests::comes_back;

/// Items with the names of crates, and of items and macros of the standard library.
#[allow(dead_code, unused_imports, unused_macros)]
mod other {
    /// Unit structs: each name is a type and a value.
    macro_rules! units {
        ($($name:ident)*) => { $(pub(crate) struct $name;)* };
    }

    units! {
        Result Option Some None Ok Err String Vec Box Cow Bytes StatusCode HeaderMap Response
        Debug_ Display Error From Into FromStr Default Table Query Voice Iterator Clone Send Sized
        Write Formatter Decode Decoder Documented Emit Catalog ErrorSpec Probe Unknown Known
        NoMatch Language Chars ToResponse AsSource AsRef ToString PartialEq Drop Fn
    }

    pub(crate) mod std {}
    pub(crate) mod core {}
    pub(crate) mod alloc {}
    pub(crate) mod http {}
    pub(crate) mod bytes {}
    pub(crate) mod serde {}
    pub(crate) mod serde_json {}
    pub(crate) mod kate_errors {}
    pub(crate) mod kate_errors_core {}
    pub(crate) mod __private {}
    pub(crate) mod __kate {}

    macro_rules! broken {
        ($($any:tt)*) => {
            compile_error!("not this macro")
        };
    }
    pub(crate) use broken as format;
    pub(crate) use broken as panic;
    pub(crate) use broken as write;
    pub(crate) use broken as writeln;
    pub(crate) use broken as matches;
    pub(crate) use broken as assert;
    pub(crate) use broken as vec;
    pub(crate) use broken as unreachable;
    pub(crate) use broken as format_args;
    pub(crate) use broken as concat;
    pub(crate) use broken as stringify;
}

/// The derives in a module with all these items in scope.
mod inside {
    #[allow(unused_imports)]
    use super::other::*;
    #[allow(unused_imports)]
    use super::other::{
        Box, Err, None, Ok, Option, Result, Some, String, Vec, alloc, bytes, core, format, http,
        kate_errors, matches, panic, serde, std, write, writeln,
    };

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::thiserror::Error)]
    #[error("the cause")]
    pub(crate) struct Cause;

    type Text = ::std::string::String;
    type Maybe = ::core::option::Option<u32>;

    #[derive(
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::default::Default,
        ::kate_errors::KateError,
    )]
    #[status(409)]
    #[header("x-kind", "enum")]
    pub(crate) enum Enum {
        #[detail("Nothing")]
        #[fix("None")]
        #[default]
        Nothing,
        #[detail("Have {n} of {name}")]
        Template { n: u64, name: Text },
        #[detail("Perhaps {0}")]
        #[detail("Perhaps")]
        Perhaps(::core::option::Option<i8>),
        #[detail("Late")]
        Late {
            #[header("retry-after")]
            seconds: ::core::option::Option<u64>,
            #[kate(skip)]
            skipped: Maybe,
        },
        #[detail("{count:?} were written, {}", .count + 1)]
        #[kate(emit_only)]
        EmitOnly { count: u8 },
        #[detail("Failed")]
        Source {
            #[source]
            cause: ::core::option::Option<Cause>,
        },
    }

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::kate_errors::KateError)]
    #[status(418)]
    #[detail("{0} is no {1}")]
    #[kate(lossy)]
    pub(crate) struct Struct(pub(crate) Text, pub(crate) Text);

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::kate_errors::KateError)]
    pub(crate) enum Outer<T> {
        #[kate(transparent)]
        Enum(#[from] Enum),
        #[kate(transparent)]
        Struct(::std::boxed::Box<Struct>),
        #[status(410)]
        #[detail("Generic {0}")]
        Generic(T),
        #[kate(other)]
        Other {
            status: ::http::StatusCode,
            detail: Text,
        },
    }
}

use inside::{Enum, Outer, Struct};

#[test]
fn derived_code_names_nothing_that_the_module_shadows() {
    comes_back(&Enum::default(), "Nothing");
    let name = || "x".to_owned();
    comes_back(&Enum::Template { n: 1, name: name() }, "Have 1 of x");
    comes_back(&Enum::Perhaps(Some(-1)), "Perhaps -1");
    comes_back(&Enum::Perhaps(None), "Perhaps");
    let late = Enum::Late {
        seconds: Some(5),
        skipped: None,
    };
    comes_back(&late, "Late");
    assert_eq!(Enum::EmitOnly { count: 7 }.to_string(), "7 were written, 8");
    comes_back(&Enum::Source { cause: None }, "Failed");
    let source = Enum::Source {
        cause: Some(inside::Cause),
    };
    assert!(std::error::Error::source(&source).is_some());
    comes_back(&Struct(name(), name()), "x is no x");
    comes_back(&Outer::<char>::from(late), "Late");
    comes_back(
        &Outer::<u8>::Struct(Box::new(Struct(name(), name()))),
        "x is no x",
    );
    comes_back(&Outer::Generic('x'), "Generic x");
    let other = Outer::<u8>::Other {
        status: http::StatusCode::CONFLICT,
        detail: name(),
    };
    comes_back(&other, "x");
}
