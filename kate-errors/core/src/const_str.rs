//! String operations that the standard library does not offer in a `const` on stable Rust.

/// Whether two strings are equal.
#[must_use]
pub const fn str_eq(a: &str, b: &str) -> bool {
    a.len() == b.len() && common_start(a.as_bytes(), b.as_bytes()) == a.len()
}

/// How many bytes two byte strings have in common at their starts.
pub(crate) const fn common_start(a: &[u8], b: &[u8]) -> usize {
    let mut length = 0;
    while length < a.len() && length < b.len() && a[length] == b[length] {
        length += 1;
    }
    length
}

/// The character at a byte position of UTF-8, and the position after it.
pub(crate) const fn char_at(utf8: &[u8], at: usize) -> (char, usize) {
    let lead = utf8[at];
    let (mut code, length) = match lead {
        0..0x80 => (lead as u32, 1),
        0x80..0xE0 => ((lead & 0x1F) as u32, 2),
        0xE0..0xF0 => ((lead & 0x0F) as u32, 3),
        _ => ((lead & 0x07) as u32, 4),
    };
    let mut next = at + 1;
    while next < at + length {
        code = code << 6 | (utf8[next] & 0x3F) as u32;
        next += 1;
    }
    let c = match char::from_u32(code) {
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    };
    (c, next)
}

#[cfg(test)]
mod tests {
    use super::{char_at, str_eq};

    #[test]
    fn strings_are_equal_to_themselves_alone() {
        let strings = ["", "a", "b", "ab", "aé", "aè", "abc"];
        for (index, a) in strings.iter().enumerate() {
            for (other, b) in strings.iter().enumerate() {
                assert_eq!(str_eq(a, b), index == other, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn characters_of_every_length_are_decoded() {
        let string = "a\u{7f}\u{80}é\u{7ff}\u{800}€\u{ffff}\u{10000}🦀\u{10ffff}";
        for (at, c) in string.char_indices() {
            assert_eq!(char_at(string.as_bytes(), at), (c, at + c.len_utf8()));
        }
    }
}
