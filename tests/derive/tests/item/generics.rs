//! Generic types: each impl puts on a parameter the bounds that it needs, and no more.

use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::io;
use std::marker::PhantomData;
use std::str::FromStr;

use derive_tests::back;
use kate_errors::{Documented, KateError, ToResponse};

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum Missing<K, V = u8> {
    #[detail("No key {key}")]
    Key { key: K },
    #[detail("Key without value {0}")]
    #[detail("Key without value")]
    Value(Option<V>, #[kate(skip)] Vec<K>),
}

/// Implements `Display`, and not `FromStr`.
#[derive(Debug, PartialEq)]
struct Printed(u8);

impl Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

/// Implements `Debug` alone.
#[derive(Debug, PartialEq)]
struct Opaque;

#[test]
fn a_generic_error_comes_back() {
    let key: Missing<String> = Missing::Key {
        key: "a b".to_owned(),
    };
    assert_eq!(key.detail(), "No key a b");
    assert_eq!(back(&key), key);
    let value: Missing<u64, i8> = Missing::Value(Some(-3), vec![1]);
    assert_eq!(back(&value), Missing::Value(Some(-3), Vec::new()));
    let none: Missing<u64, i8> = Missing::Value(None, Vec::new());
    assert_eq!(back(&none), none);
    assert_eq!("No key 7".parse(), Ok(Missing::<u8, u8>::Key { key: 7 }));
    assert!("No key 07".parse::<Missing<u8, u8>>().is_err());
}

#[test]
fn a_parameter_that_is_only_printed_needs_no_from_str() {
    let error: Missing<Printed, Printed> = Missing::Key { key: Printed(5) };
    assert_eq!(error.body(), r#"{"detail":"No key <5>"}"#);
    assert_eq!(error.to_response::<Vec<u8>>().status(), 404);
    assert_eq!(Missing::<Printed, Printed>::CATALOG.count(), 2);
}

#[test]
fn a_parameter_that_is_not_printed_needs_no_display() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    enum Keeps<T> {
        #[detail("Held")]
        Held(#[kate(skip)] T),
        #[detail("Printed as {0:?}")]
        #[kate(emit_only)]
        Printed(T),
        #[detail("Empty")]
        Empty,
    }

    assert_eq!(Keeps::Held(Opaque).detail(), "Held");
    assert_eq!(Keeps::Printed(Opaque).detail(), "Printed as Opaque");
    assert_eq!(back(&Keeps::<u8>::Empty), Keeps::Empty);
    assert_eq!("Held".parse(), Ok(Keeps::Held(0_u8)));
}

#[test]
fn a_catalog_puts_no_bound_on_a_parameter() {
    fn count<T>() -> usize {
        Missing::<T, T>::CATALOG.count()
    }

    assert_eq!(count::<Opaque>(), 2);
}

#[derive(Debug, KateError)]
#[status(502)]
enum Caused<E> {
    #[detail("Failed")]
    Failed { source: E },
    #[detail("Failed again")]
    Again {
        #[source]
        cause: Option<E>,
    },
}

#[test]
fn a_source_may_be_a_parameter() {
    let error = Caused::Failed {
        source: io::Error::other("cable"),
    };
    assert!(error.source().unwrap().is::<io::Error>());
    let again = Caused::Again { cause: Some(Leaf) };
    assert!(again.source().unwrap().is::<Leaf>());
    assert!(matches!(
        "Failed again".parse(),
        Ok(Caused::<Leaf>::Again { cause: None })
    ));
}

#[derive(Debug)]
struct Leaf;

impl Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("opaque")
    }
}

impl Error for Leaf {}

#[derive(Debug, KateError)]
#[status(500)]
#[kate(emit_only)]
enum FromGeneric<T: Debug + Send>
where
    T: 'static,
{
    #[detail("Made of {0:?}")]
    Made(
        #[from]
        #[kate(expose)]
        Wrapped<T>,
    ),
}

#[derive(Debug, PartialEq)]
struct Wrapped<T>(T);

impl<T: Debug> Display for Wrapped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl<T: Debug> Error for Wrapped<T> {}

#[test]
fn a_field_in_a_header_may_be_a_parameter() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(429)]
    #[detail("Slow down")]
    struct Slow<T> {
        #[header("retry-after")]
        after: Option<T>,
    }

    let slow = Slow { after: Some(5_u16) };
    assert_eq!(slow.headers()["retry-after"], "5");
    assert_eq!(back(&slow), slow);
    let printed = Slow {
        after: Some(Printed(1)),
    };
    assert_eq!(printed.headers()["retry-after"], "<1>");
}

#[derive(Debug, PartialEq, KateError)]
#[status(401)]
enum Auth {
    #[detail("No key")]
    NoKey,
    #[detail("Key {id} is old")]
    Old { id: u8 },
}

#[derive(Debug, PartialEq, KateError)]
enum With<E> {
    #[status(500)]
    #[detail("Ours")]
    Ours,
    #[kate(transparent, lossy)]
    Inner(E),
}

#[test]
fn a_transparent_field_may_be_a_parameter() {
    let inner = With::Inner(Auth::Old { id: 3 });
    assert_eq!(inner.status(), 401);
    assert_eq!(back(&inner), inner);
    assert_eq!(back(&With::<Auth>::Ours), With::Ours);
    let twice = With::Inner(With::Inner(Auth::NoKey));
    assert_eq!(back(&twice), twice);
    assert_eq!(With::<With<Auth>>::CATALOG.count(), 4);
    assert_eq!(
        twice.spec().map(kate_errors::ErrorSpec::name),
        Some("NoKey")
    );
}

trait Backend {
    type Id;
}

#[derive(Debug)]
struct Disk;

impl Backend for Disk {
    type Id = u32;
}

#[derive(Debug, KateError)]
#[status(404)]
enum NotStored<B: Backend> {
    #[detail("No object {id}")]
    Object { id: B::Id },
    #[detail("No bucket {0}")]
    #[detail("There is no bucket")]
    Bucket(Option<<B as Backend>::Id>),
}

#[test]
fn a_field_may_have_an_associated_type() {
    let error: NotStored<Disk> = NotStored::Object { id: 7 };
    assert_eq!(error.detail(), "No object 7");
    assert!(matches!(back(&error), NotStored::Object { id: 7 }));
    let error: NotStored<Disk> = NotStored::Bucket(Some(1));
    assert!(matches!(back(&error), NotStored::Bucket(Some(1))));
}

#[test]
fn constants_and_lifetimes_may_be_parameters() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(413)]
    #[detail("Too many: {count}")]
    struct TooMany<const MOST: usize> {
        count: usize,
        #[kate(skip)]
        first: Kept<MOST>,
    }

    #[derive(Debug, PartialEq)]
    struct Kept<const MOST: usize>([u8; MOST]);

    impl<const MOST: usize> Default for Kept<MOST> {
        fn default() -> Self {
            Self([0; MOST])
        }
    }

    #[derive(Debug, KateError)]
    #[status(413)]
    #[detail("{0} of {1:?}")]
    #[kate(emit_only)]
    struct Borrowed<'a, 'b: 'a, T: ?Sized>(&'a T, &'b [u8])
    where
        T: Debug;

    let error = TooMany {
        count: 5,
        first: Kept([1, 2]),
    };
    assert_eq!(back(&error).first, Kept([0, 0]));
    assert_eq!(Borrowed("all", &[1]).detail(), "all of [1]");
}

/// A type that prints the same whatever its parameter is.
struct Named<T>(PhantomData<fn() -> T>);

impl<T> Debug for Named<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Named")
    }
}

impl<T> PartialEq for Named<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Display for Named<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("call")
    }
}

impl<T> FromStr for Named<T> {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        (text == "call").then_some(Self(PhantomData)).ok_or(())
    }
}

#[derive(Debug, PartialEq, KateError)]
#[status(500)]
#[detail("Calls {call}")]
struct Calls {
    call: Named<for<'a, 'b> fn(&'a str, &'b str) -> &'a str>,
}

#[derive(Debug, PartialEq, KateError)]
#[status(500)]
#[detail("Calls {borrowed} of {object}")]
#[kate(lossy)]
struct Borrows<'b> {
    borrowed: Named<for<'a> fn(&'a str, &'b str) -> &'a str>,
    object: Named<&'b dyn for<'a> Fn(&'a str)>,
}

#[derive(Debug, PartialEq, KateError)]
#[status(500)]
#[detail("Calls {call}")]
struct CallsByName<T> {
    call: Named<fn(x: T)>,
}

#[test]
fn the_type_of_a_field_may_bind_lifetimes() {
    let call = Named(PhantomData);
    assert_eq!(back(&Calls { call }), "Calls call".parse().unwrap());
    let (borrowed, object) = (Named(PhantomData), Named(PhantomData));
    let error = Borrows { borrowed, object };
    assert_eq!(error.detail(), "Calls call of call");
    assert_eq!(back(&error), error);
}

#[test]
fn the_type_of_a_field_may_name_the_parameters_of_a_function() {
    let call = Named(PhantomData);
    let error = CallsByName::<u8> { call };
    assert_eq!(back(&error), error);
}

#[test]
fn bounds_and_where_clauses_of_the_type_are_kept() {
    let error = FromGeneric::from(Wrapped(3));
    assert_eq!(error.to_string(), "Made of Wrapped(3)");
}

#[test]
fn a_generic_error_can_be_boxed() {
    let boxed: Box<dyn KateError + Send + Sync> = Missing::<u8, u8>::Key { key: 1 }.into();
    assert_eq!(boxed.detail(), "No key 1");
}
