//! The text of a body, as `serde_json` alone finds it.

use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::{Deserializer, Value};

/// The body's one member of this name, if it is a string. A byte order mark is ignored.
#[must_use]
pub fn text(body: &[u8], member: &str) -> Option<String> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let mut json = Deserializer::from_slice(body);
    let found = json.deserialize_map(Named(member)).ok()?;
    json.end().ok()?;
    match <[Value; 1]>::try_from(found) {
        Ok([Value::String(text)]) => Some(text),
        _ => None,
    }
}

/// Keeps every member of this name.
struct Named<'a>(&'a str);

impl<'de> Visitor<'de> for Named<'_> {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Value>, A::Error> {
        let mut found = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == self.0 {
                found.push(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
