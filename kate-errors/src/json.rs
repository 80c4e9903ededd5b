//! The JSON of a body: reading the detail from its member, and escaping a detail for it.

use std::borrow::Cow;
use std::{fmt, str};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use kate_errors_core::json::{BODY_END, BODY_MIDDLE, BODY_START, escape, find_special};

/// A writer that escapes the text that is written to it.
pub(crate) struct Escaped<'a>(pub(crate) &'a mut Vec<u8>);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, string: &str) -> fmt::Result {
        escape(string, self.0);
        Ok(())
    }
}

/// Why a body has no detail.
#[derive(Debug)]
pub(crate) enum NoDetail {
    NotJson(serde_json::Error),
    NotAnObject,
    Missing,
    Repeated,
    NotAString(NotAString),
}

/// What a member is that is not a string.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NotAString {
    Null,
    Bool,
    Number,
    List,
    Object,
}

impl NotAString {
    /// Its type with an article.
    fn describe(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

impl NoDetail {
    pub(crate) fn describe(&self, member: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(_) => f.write_str("the body is not JSON"),
            Self::NotAnObject => f.write_str("the body is not a JSON object"),
            Self::Missing => write!(f, "the body has no member {member:?}"),
            Self::Repeated => write!(f, "the body has the member {member:?} more than once"),
            Self::NotAString(found) => {
                let found = found.describe();
                write!(f, "the body's member {member:?} is {found}, not a string")
            }
        }
    }
}

/// The body without the byte order mark, which parsers of JSON may ignore (RFC 8259, section 8.1).
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Reads a type from the JSON of a body.
pub(crate) fn from_body<'a, T: Deserialize<'a>>(body: &'a [u8]) -> serde_json::Result<T> {
    serde_json::from_slice(without_mark(body))
}

/// The detail of a body in the format that this crate writes, without spaces and other members. The result is still escaped. If
/// neither the detail nor the member's name has a character that JSON escapes, the result is the detail itself.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn escaped_detail<'a>(body: &'a [u8], member: &str) -> Option<&'a [u8]> {
    let body = body.strip_prefix(BODY_START.as_bytes())?;
    let body = body.strip_prefix(member.as_bytes())?;
    let body = body.strip_prefix(BODY_MIDDLE.as_bytes())?;
    body.strip_suffix(BODY_END.as_bytes())
}

/// The detail of a body. Other members are skipped at any depth. `escaped` is the body's [`escaped_detail`], if the member's name
/// has no special character.
pub(crate) fn detail<'a>(
    body: &'a [u8],
    member: &str,
    escaped: Option<&'a [u8]>,
) -> Result<Cow<'a, str>, NoDetail> {
    let plain = escaped.filter(|detail| find_special(detail).is_none());
    if let Some(Ok(detail)) = plain.map(str::from_utf8) {
        return Ok(Cow::Borrowed(detail));
    }
    parse_detail(body, member)
}

fn parse_detail<'a>(body: &'a [u8], member: &str) -> Result<Cow<'a, str>, NoDetail> {
    let body = without_mark(body);
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let found = DetailMember(member)
        .deserialize(&mut deserializer)
        .and_then(|found| {
            deserializer.end()?;
            Ok(found)
        });
    match found {
        Ok(found) => found,
        // The visitors return a data error only if the body is not an object. The rest of the body has not been read then, and
        // may not be JSON.
        Err(error) if error.is_data() => Err(match serde_json::from_slice::<IgnoredAny>(body) {
            Ok(_) => NoDetail::NotAnObject,
            Err(error) => NoDetail::NotJson(error),
        }),
        Err(error) => Err(NoDetail::NotJson(error)),
    }
}

/// Reads the detail from an object's member of this name, in any format.
pub(crate) struct DetailMember<'n>(pub(crate) &'n str);

impl<'de> DeserializeSeed<'de> for DetailMember<'_> {
    type Value = Result<Cow<'de, str>, NoDetail>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for DetailMember<'_> {
    type Value = Result<Cow<'de, str>, NoDetail>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with a string {:?}", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Err(NoDetail::Missing);
        while let Some(is_detail) = map.next_key_seed(IsName(self.0))? {
            if !is_detail {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let is_first = matches!(found, Err(NoDetail::Missing));
            found = match map.next_value::<MemberValue<'de>>()? {
                _ if !is_first => Err(NoDetail::Repeated),
                MemberValue::String(detail) => Ok(detail),
                MemberValue::NotAString(found) => Err(NoDetail::NotAString(found)),
            };
        }
        Ok(found)
    }
}

/// Reads whether a member has this name.
struct IsName<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for IsName<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for IsName<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

/// The value of the detail's member. A value that is not a string is skipped.
enum MemberValue<'de> {
    String(Cow<'de, str>),
    NotAString(NotAString),
}

impl<'de> Deserialize<'de> for MemberValue<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MemberValueVisitor)
    }
}

struct MemberValueVisitor;

macro_rules! not_a_string {
    ($($visit:ident($($type:ty)?) $found:ident,)*) => {$(
        fn $visit<E>(self $(, _: $type)?) -> Result<Self::Value, E> {
            Ok(MemberValue::NotAString(NotAString::$found))
        }
    )*};
}

impl<'de> Visitor<'de> for MemberValueVisitor {
    type Value = MemberValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, string: &'de str) -> Result<Self::Value, E> {
        Ok(MemberValue::String(Cow::Borrowed(string)))
    }

    fn visit_str<E>(self, string: &str) -> Result<Self::Value, E> {
        Ok(MemberValue::String(Cow::Owned(string.to_owned())))
    }

    fn visit_string<E>(self, string: String) -> Result<Self::Value, E> {
        Ok(MemberValue::String(Cow::Owned(string)))
    }

    not_a_string! {
        visit_unit() Null,
        visit_none() Null,
        visit_bool(bool) Bool,
        visit_i64(i64) Number,
        visit_u64(u64) Number,
        visit_i128(i128) Number,
        visit_u128(u128) Number,
        visit_f64(f64) Number,
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(MemberValue::NotAString(NotAString::List))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(MemberValue::NotAString(NotAString::Object))
    }
}
