//! How the values of fields are printed into a detail: common types without a formatter, all others by their `Display`.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};
use std::rc::Rc;
use std::sync::Arc;

use kate_errors_core::json;
use kate_errors_core::matching::Placeholder;

use super::probe::Probe;
use crate::json::Escaped;

/// A field's value, ready to be printed.
pub trait Value: Copy {
    /// Prints the value into a detail.
    ///
    /// # Errors
    ///
    /// The errors of the value's `Display`, and of the writer.
    fn print(self, out: &mut dyn Write) -> fmt::Result;

    /// Prints the value into a JSON string.
    ///
    /// # Errors
    ///
    /// The errors of the value's `Display`.
    fn escape(self, out: &mut Vec<u8>) -> fmt::Result;

    /// The length of the value in bytes if nothing must be escaped. It is 0 if the length is not known without printing.
    fn size(self) -> usize;
}

/// A value that only its `Display` can print.
#[derive(Clone, Copy)]
pub struct Displayed<'a>(&'a dyn Display);

impl fmt::Debug for Displayed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Value for Displayed<'_> {
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

impl Value for &str {
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

/// How many digits an integer has. Most are small.
#[cfg_attr(not(debug_assertions), inline)]
fn digits(n: u64) -> usize {
    match n {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => n.ilog10() as usize + 1,
    }
}

macro_rules! integer_values {
    ($($Integer:ident: $n:ident => $negative:expr, $absolute:expr;)*) => {$(
        impl Value for $Integer {
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
                usize::from($negative) + digits($absolute)
            }
        }
    )*};
}

integer_values! {
    u64: n => false, n;
    i64: n => n < 0, n.unsigned_abs();
}

/// A type that is printed without a formatter.
pub trait FastPrint {
    /// What is printed: a string, a `u64` or an `i64`.
    type Value<'a>: Value
    where
        Self: 'a;

    /// The field's value, as what is printed.
    fn value(&self) -> Self::Value<'_>;
}

impl<T: FastPrint> Probe<T> {
    /// The value of a field, to be printed without a formatter.
    #[cfg_attr(not(debug_assertions), inline)]
    pub fn __kate_value<'a>(field: &'a T, _: fn(&'a T) -> &'a dyn Display) -> T::Value<'a> {
        field.value()
    }
}

/// What [`Probe`] has for a type that cannot be printed without a formatter. The function has the name of the inherent one, which
/// Rust prefers.
pub trait SlowPrint<T> {
    /// The value of a field, to be printed by its `Display`.
    fn __kate_value<'a>(field: &'a T, display: fn(&'a T) -> &'a dyn Display) -> Displayed<'a> {
        Displayed(display(field))
    }
}

impl<T> SlowPrint<T> for Probe<T> {}

macro_rules! fast_print {
    ($($Type:ty: $field:ident => $Value:ty = $value:expr,)*) => {$(
        impl FastPrint for $Type {
            type Value<'a> = $Value where Self: 'a;

            #[cfg_attr(not(debug_assertions), inline)]
            fn value(&self) -> Self::Value<'_> {
                let $field = self;
                $value
            }
        }
    )*};
}

fast_print! {
    String: string => &'a str = string,
    &str: string => &'a str = string,
    Box<str>: string => &'a str = string,
    Rc<str>: string => &'a str = string,
    Arc<str>: string => &'a str = string,
    Cow<'_, str>: string => &'a str = string,
    bool: truth => &'a str = if *truth { "true" } else { "false" },
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

/// The values of a template's placeholders, as a list of pairs: the first value, and the list of the others.
pub trait Values: Copy {
    /// Prints the values into a detail, each with the literal after it.
    ///
    /// # Errors
    ///
    /// The errors of the values' `Display`, and of the writer.
    fn print(self, placeholders: &[Placeholder<'_>], out: &mut dyn Write) -> fmt::Result;

    /// Prints the values into a body, each with the literal after it, and the last one with the end of the body.
    ///
    /// # Errors
    ///
    /// The errors of the values' `Display`.
    fn escape(
        self,
        placeholders: &'static [Placeholder<'static>],
        end: &'static str,
        out: &mut Vec<u8>,
    ) -> fmt::Result;

    /// The sum of the values' [sizes](Value::size).
    fn size(self) -> usize;
}

impl Values for () {
    fn print(self, _: &[Placeholder<'_>], _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn escape(
        self,
        _: &'static [Placeholder<'static>],
        _: &'static str,
        _: &mut Vec<u8>,
    ) -> fmt::Result {
        Ok(())
    }

    fn size(self) -> usize {
        0
    }
}

impl<First: Value, Others: Values> Values for (First, Others) {
    fn print(self, placeholders: &[Placeholder<'_>], out: &mut dyn Write) -> fmt::Result {
        self.0.print(out)?;
        let Some((placeholder, others)) = placeholders.split_first() else {
            return Ok(());
        };
        out.write_str(placeholder.after)?;
        self.1.print(others, out)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn escape(
        self,
        placeholders: &'static [Placeholder<'static>],
        end: &'static str,
        out: &mut Vec<u8>,
    ) -> fmt::Result {
        self.0.escape(out)?;
        match placeholders {
            [placeholder, others @ ..] if !others.is_empty() => {
                out.extend_from_slice(placeholder.after.as_bytes());
                self.1.escape(others, end, out)
            }
            _ => {
                out.extend_from_slice(end.as_bytes());
                Ok(())
            }
        }
    }

    fn size(self) -> usize {
        self.0.size() + self.1.size()
    }
}
