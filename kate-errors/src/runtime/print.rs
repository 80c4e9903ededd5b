//! Values, as a text shows them.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};
use std::rc::Rc;
use std::sync::Arc;

use kate_errors_core::json;
use kate_errors_core::table::Entry;

use super::field::Probe;
use crate::json::Escaped;

/// A field's value, as a text shows it.
pub trait Shown: Copy {
    /// Prints the value.
    ///
    /// # Errors
    ///
    /// Those of the value's `Display`, and of the writer.
    fn print(self, out: &mut dyn Write) -> fmt::Result;

    /// Prints it inside a JSON string.
    ///
    /// # Errors
    ///
    /// Those of the value's `Display`.
    fn escape(self, out: &mut Vec<u8>) -> fmt::Result;

    /// How many bytes that is without escapes; none where nobody knows before.
    fn size(self) -> usize;
}

/// What only its own `Display` can show.
#[derive(Clone, Copy)]
pub struct Displayed<'a>(&'a dyn Display);

impl fmt::Debug for Displayed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Shown for Displayed<'_> {
    fn print(self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{}", self.0)
    }

    fn escape(self, out: &mut Vec<u8>) -> fmt::Result {
        self.print(&mut Escaped(out))
    }

    fn size(self) -> usize {
        0
    }
}

impl Shown for &str {
    fn print(self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self)
    }

    fn escape(self, out: &mut Vec<u8>) -> fmt::Result {
        json::escape(self, out);
        Ok(())
    }

    fn size(self) -> usize {
        self.len()
    }
}

/// How many digits print an integer. Most are small.
#[cfg_attr(not(debug_assertions), inline)]
fn digits(n: u64) -> usize {
    match n {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => n.ilog10() as usize + 1,
    }
}

/// Integers, without a formatter.
macro_rules! integers {
    ($($Integer:ident: $n:ident => $negative:expr,)*) => {$(
        impl Shown for $Integer {
            fn print(self, out: &mut dyn Write) -> fmt::Result {
                out.write_str(itoa::Buffer::new().format(self))
            }

            #[cfg_attr(not(debug_assertions), inline)]
            fn escape(self, out: &mut Vec<u8>) -> fmt::Result {
                out.extend_from_slice(itoa::Buffer::new().format(self).as_bytes());
                Ok(())
            }

            fn size(self) -> usize {
                let $n = self;
                let (negative, absolute) = $negative;
                usize::from(negative) + digits(absolute)
            }
        }
    )*};
}

integers! {
    u64: n => (false, n),
    i64: n => (n < 0, n.unsigned_abs()),
}

/// A type that is shown without a formatter.
pub trait FastPrint {
    /// What shows it.
    type Shown<'a>: Shown
    where
        Self: 'a;

    /// The value.
    fn printed(&self) -> Self::Shown<'_>;
}

impl<T: FastPrint> Probe<T> {
    /// The field, as a text shows it.
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn __kate_printed<'a>(value: &'a T, _: fn(&'a T) -> &'a dyn Display) -> T::Shown<'a> {
        value.printed()
    }
}

/// What [`Probe`] answers for all other types.
pub trait SlowPrint<T> {
    /// The field, as its `Display` shows it.
    fn __kate_printed<'a>(value: &'a T, display: fn(&'a T) -> &'a dyn Display) -> Displayed<'a> {
        Displayed(display(value))
    }
}

impl<T> SlowPrint<T> for Probe<T> {}

/// Types of the standard library.
macro_rules! printed {
    ($($Type:ty: $value:ident => $Shown:ty = $shown:expr,)*) => {$(
        impl FastPrint for $Type {
            type Shown<'a> = $Shown where Self: 'a;

            #[cfg_attr(not(debug_assertions), inline)]
            fn printed(&self) -> Self::Shown<'_> {
                let $value = self;
                $shown
            }
        }
    )*};
}

printed! {
    String: text => &'a str = text,
    &str: text => &'a str = text,
    Box<str>: text => &'a str = text,
    Rc<str>: text => &'a str = text,
    Arc<str>: text => &'a str = text,
    Cow<'_, str>: text => &'a str = text,
    bool: yes => &'a str = if *yes { "true" } else { "false" },
    u8: n => u64 = u64::from(*n),
    u16: n => u64 = u64::from(*n),
    u32: n => u64 = u64::from(*n),
    u64: n => u64 = *n,
    usize: n => u64 = *n as u64,
    i8: n => i64 = i64::from(*n),
    i16: n => i64 = i64::from(*n),
    i32: n => i64 = i64::from(*n),
    i64: n => i64 = *n,
    isize: n => i64 = *n as i64,
}

/// The values of a text: the first, and the others.
pub trait Values: Copy {
    /// Prints them, from this placeholder on, each with the literal behind it.
    ///
    /// # Errors
    ///
    /// Those of the values' `Display`, and of the writer.
    fn print(self, entry: Entry, placeholder: usize, out: &mut dyn Write) -> fmt::Result;

    /// Prints them in a body.
    ///
    /// # Errors
    ///
    /// Those of the values' `Display`.
    fn escape(self, entry: Entry, placeholder: usize, out: &mut Vec<u8>) -> fmt::Result;

    /// How many bytes they take without escapes, as far as that is known before.
    fn size(self) -> usize;
}

impl Values for () {
    fn print(self, _: Entry, _: usize, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn escape(self, _: Entry, _: usize, _: &mut Vec<u8>) -> fmt::Result {
        Ok(())
    }

    fn size(self) -> usize {
        0
    }
}

impl<V: Shown, R: Values> Values for (V, R) {
    fn print(self, entry: Entry, placeholder: usize, out: &mut dyn Write) -> fmt::Result {
        self.0.print(out)?;
        out.write_str(entry.literal(placeholder))?;
        self.1.print(entry, placeholder + 1, out)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn escape(self, entry: Entry, placeholder: usize, out: &mut Vec<u8>) -> fmt::Result {
        self.0.escape(out)?;
        out.extend_from_slice(entry.wrapped(placeholder));
        self.1.escape(entry, placeholder + 1, out)
    }

    fn size(self) -> usize {
        self.0.size() + self.1.size()
    }
}
