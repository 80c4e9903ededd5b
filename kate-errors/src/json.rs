//! The one member of the body that counts, read and written.

use std::borrow::Cow;
use std::{fmt, str};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use kate_errors_core::json::{BODY_END, BODY_MIDDLE, BODY_START, escape, find_special};

/// Escapes what is formatted into it.
pub(crate) struct Escaped<'a>(pub(crate) &'a mut Vec<u8>);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(text, self.0);
        Ok(())
    }
}

/// Why a body has no text.
#[derive(Debug)]
pub(crate) enum Unexpected {
    NotJson(serde_json::Error),
    NotAnObject,
    Missing,
    Twice,
    NotAString,
}

impl Unexpected {
    pub(crate) fn describe(&self, member: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(_) => f.write_str("the body is not JSON"),
            Self::NotAnObject => f.write_str("the body is not a JSON object"),
            Self::Missing => write!(f, "the body has no member {member:?}"),
            Self::Twice => write!(f, "the body has the member {member:?} more than once"),
            Self::NotAString => write!(f, "the body's member {member:?} is not a string"),
        }
    }
}

/// What stands where a body's text does, if the body is such as we emit. It is a text in JSON if it is UTF-8, and neither it nor the
/// member has special characters.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn emitted<'a>(body: &'a [u8], member: &str) -> Option<&'a [u8]> {
    let body = body.strip_prefix(BODY_START.as_bytes())?;
    let body = body.strip_prefix(member.as_bytes())?;
    let body = body.strip_prefix(BODY_MIDDLE.as_bytes())?;
    body.strip_suffix(BODY_END.as_bytes())
}

/// The text of a body's member. Other members are skipped, at any depth. If the body is such as we emit, and the member has no
/// special characters, `emitted` is what stands where the text does.
pub(crate) fn text<'a>(
    body: &'a [u8],
    member: &str,
    emitted: Option<&'a [u8]>,
) -> Result<Cow<'a, str>, Unexpected> {
    let plain = emitted.filter(|text| find_special(text).is_none());
    if let Some(Ok(text)) = plain.map(str::from_utf8) {
        return Ok(Cow::Borrowed(text));
    }
    parsed(body, member)
}

fn parsed<'a>(body: &'a [u8], member: &str) -> Result<Cow<'a, str>, Unexpected> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let found = Member(member)
        .deserialize(&mut deserializer)
        .and_then(|found| {
            deserializer.end()?;
            Ok(found)
        });
    match found {
        Ok(found) => found,
        // The visitors below make no data error but this one: the outermost value was of another type. Of that, no more has
        // been read than its beginning.
        Err(error) if error.is_data() => Err(match serde_json::from_slice::<IgnoredAny>(body) {
            Ok(_) => Unexpected::NotAnObject,
            Err(error) => Unexpected::NotJson(error),
        }),
        Err(error) => Err(Unexpected::NotJson(error)),
    }
}

/// Reads an object's member of this name, whatever the format.
pub(crate) struct Member<'n>(pub(crate) &'n str);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Result<Cow<'de, str>, Unexpected>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Result<Cow<'de, str>, Unexpected>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with a string {:?}", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Err(Unexpected::Missing);
        while let Some(own) = map.next_key_seed(Name(self.0))? {
            if !own {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value::<Value<'de>>()?;
            found = match (found, value) {
                (Err(Unexpected::Missing), Value::Text(text)) => Ok(text),
                (Err(Unexpected::Missing), Value::Else) => Err(Unexpected::NotAString),
                _ => Err(Unexpected::Twice),
            };
        }
        Ok(found)
    }
}

/// Tells whether a key is this name.
struct Name<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

/// A string, or any other value.
enum Value<'de> {
    Text(Cow<'de, str>),
    Else,
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

/// Visits what is no string: there is nothing to keep.
macro_rules! nothing {
    ($($visit:ident($($type:ty)?))*) => {$(
        fn $visit<E>(self $(, _: $type)?) -> Result<Self::Value, E> {
            Ok(Value::Else)
        }
    )*};
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }

    nothing! { visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_i128(i128) visit_u128(u128) visit_f64(f64) visit_unit() visit_none() }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Else)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Else)
    }
}
