//! Fields that are pointers come back as pointers to the value that was printed.

#![expect(
    clippy::redundant_allocation,
    reason = "pointers to pointers are cases too"
)]

use std::borrow::Cow;
use std::net::IpAddr;
use std::num::{Saturating, Wrapping};
use std::rc::Rc;
use std::sync::Arc;

use derive_tests::{back, comes_back, read};
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum Pointers {
    #[detail("box {0}")]
    Box(Box<u64>),
    #[detail("arc {0} of {1}")]
    Arc(Arc<IpAddr>, Rc<bool>),
    #[detail("{0} wraps {1}")]
    Wrapping(Wrapping<u8>, Saturating<i8>),
    #[detail("text {0}")]
    Text(Box<str>),
    #[detail("shared {0}")]
    Shared(#[kate(chars = "a-z")] Arc<str>),
    #[detail("local {0}")]
    Local(Rc<str>),
    #[detail("cow {0}")]
    Cow(Cow<'static, str>),
    #[detail("nested {0}")]
    #[detail("nested")]
    Nested(Option<Arc<Box<i32>>>),
    #[detail("unknown")]
    Unknown(#[header("x-peer")] Option<Arc<str>>),
}

#[test]
fn pointers_come_back() {
    comes_back(&Pointers::Box(Box::new(7)), "box 7");
    let address = Arc::new("::1".parse().unwrap());
    comes_back(&Pointers::Arc(address, Rc::new(true)), "arc ::1 of true");
    comes_back(
        &Pointers::Wrapping(Wrapping(200), Saturating(-3)),
        "200 wraps -3",
    );
    comes_back(&Pointers::Text("a b".into()), "text a b");
    comes_back(&Pointers::Shared("ab".into()), "shared ab");
    comes_back(&Pointers::Local("".into()), "local ");
    comes_back(&Pointers::Cow("c".into()), "cow c");
    comes_back(&Pointers::Nested(Some(Arc::new(Box::new(-1)))), "nested -1");
    let header = Pointers::Unknown(Some("peer".into()));
    assert_eq!(back(&header), header);
}

#[test]
fn a_pointer_has_the_language_of_its_value() {
    assert_eq!(read::<Pointers>(404, "box 07"), None);
    assert_eq!(read::<Pointers>(404, "box +7"), None);
    assert_eq!(read::<Pointers>(404, "256 wraps 1"), None);
    assert_eq!(read::<Pointers>(404, "shared A"), None);
}

#[derive(Debug, PartialEq, KateError)]
#[status(500)]
#[detail("failed at {at}")]
struct Generic<T> {
    at: Box<T>,
}

#[test]
fn a_pointer_may_be_to_a_parameter() {
    comes_back(&Generic { at: Box::new(5_u8) }, "failed at 5");
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[detail("box {0}")]
struct Inner(Box<u64>);

#[derive(Debug, PartialEq, KateError)]
enum Outer {
    #[kate(transparent)]
    Shared(#[from] Arc<Inner>),
    #[kate(transparent)]
    Boxed(Box<Arc<Generic<u8>>>),
}

#[test]
fn a_transparent_field_may_be_shared() {
    let outer = Outer::from(Arc::new(Inner(Box::new(1))));
    assert_eq!(outer.status(), 404);
    comes_back(&outer, "box 1");
    let generic = Generic { at: Box::new(2) };
    comes_back(&Outer::Boxed(Box::new(Arc::new(generic))), "failed at 2");
}

#[derive(Debug, PartialEq, KateError)]
#[status(402)]
enum Repeated {
    #[detail("Required: {required} {currency}, available: {available} {currency}")]
    Balance {
        required: u64,
        available: u64,
        #[kate(chars = "A-Z")]
        currency: String,
    },
    #[detail("{0}{0}")]
    Double(bool),
    #[detail("{name} is not {name}: {code}")]
    #[kate(lossy)]
    Free { name: String, code: u8 },
    #[detail("{a}, {b} and {a}")]
    #[detail("none of {b}")]
    Optional { a: Option<u8>, b: i8 },
}

#[test]
fn a_field_may_be_in_a_text_twice() {
    let balance = Repeated::Balance {
        required: 500,
        available: 120,
        currency: "EUR".to_owned(),
    };
    comes_back(&balance, "Required: 500 EUR, available: 120 EUR");
    comes_back(&Repeated::Double(true), "truetrue");
    let free = Repeated::Free {
        name: "x y".to_owned(),
        code: 3,
    };
    comes_back(&free, "x y is not x y: 3");
    comes_back(&Repeated::Optional { a: Some(1), b: -1 }, "1, -1 and 1");
    comes_back(&Repeated::Optional { a: None, b: -1 }, "none of -1");
}

#[test]
fn both_places_of_a_field_must_agree() {
    for detail in [
        "Required: 500 EUR, available: 120 USD",
        "truefalse",
        "x is not y: 3",
        "1, -1 and 2",
    ] {
        assert_eq!(read::<Repeated>(402, detail), None, "{detail}");
    }
}
