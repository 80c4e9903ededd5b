//! Arguments behind a text in `macro_rules!`: `.field` finds a field as `self.field` would, whoever wrote its name.

use kate_errors::KateError;

macro_rules! text_from_caller {
    ($Name:ident, $($text:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($text)*)]
        #[kate(emit_only)]
        struct $Name {
            user: u32,
            pair: (u8, u8),
        }
    };
}

macro_rules! tuple_text_from_caller {
    ($Name:ident, $($text:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($text)*)]
        #[kate(emit_only)]
        struct $Name(u32, (u8, u8));
    };
}

macro_rules! emit_field_from_caller {
    ($Name:ident, $field:ident) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("User {user:03} and {}", .user + 1)]
        #[kate(emit_only)]
        struct $Name {
            $field: u32,
        }
    };
}

macro_rules! fields_from_caller {
    ($Name:ident { $($field:ident: $Type:ty),* }) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("User {user} of {}", .user.len())]
        #[kate(emit_only)]
        struct $Name {
            $($field: $Type),*
        }
    };
}

macro_rules! all_from_the_macro {
    ($Name:ident) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[kate(emit_only)]
        enum $Name {
            #[detail("{} {} {inner}", .inner.len(), inner)]
            Named { inner: String },
            #[detail("{} {0} {}", .0 + 1, _0)]
            Tuple(u8),
        }
    };
}

text_from_caller!(Text, "User {} of {}", .user, .pair.0);
tuple_text_from_caller!(Tuple, "User {} of {}", .0, .1.0);
emit_field_from_caller!(Field, user);
fields_from_caller!(Fields { user: &'static str });
all_from_the_macro!(All);

#[test]
fn an_argument_of_a_caller_finds_the_field_of_the_macro() {
    let (user, pair) = (3, (4, 5));
    assert_eq!(Text { user, pair }.detail(), "User 3 of 4");
    assert_eq!(Tuple(user, pair).detail(), "User 3 of 4");
}

#[test]
fn an_argument_of_the_macro_finds_the_field_of_a_caller() {
    assert_eq!(Field { user: 3 }.detail(), "User 003 and 4");
    assert_eq!(Fields { user: "ann" }.detail(), "User ann of 3");
}

#[test]
fn an_argument_of_the_macro_finds_the_field_of_the_macro() {
    let inner = "ab".to_owned();
    assert_eq!(All::Named { inner }.detail(), "2 ab ab");
    assert_eq!(All::Tuple(1).detail(), "2 1 1");
}
