//! Pointers in fields, which are read as the value inside.

use std::borrow::Cow;
use std::num::{Saturating, Wrapping};
use std::rc::Rc;
use std::sync::Arc;

/// A field whose type is spelled as a pointer of the standard library, around the value that its text is read as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read back from a text: it has the name of a pointer of the standard library, and is another type",
    label = "is another type of that name",
    note = "use yours by another name, or mark the variant `#[kate(emit_only)]`"
)]
pub trait FieldPointer<Value> {
    /// The pointer to a value.
    fn to(value: Value) -> Self;
}

macro_rules! pointers {
    ($($Pointer:ident: $to:expr,)*) => {$(
        impl<T> FieldPointer<T> for $Pointer<T> {
            fn to(value: T) -> Self {
                $to(value)
            }
        }
    )*};
}

pointers! {
    Arc: Self::new,
    Box: Self::new,
    Rc: Self::new,
    Saturating: Self,
    Wrapping: Self,
}

macro_rules! strings {
    ($($Pointer:ty,)*) => {$(
        impl FieldPointer<String> for $Pointer {
            fn to(value: String) -> Self {
                Self::from(value)
            }
        }
    )*};
}

strings! { Arc<str>, Box<str>, Cow<'_, str>, Rc<str>, }
