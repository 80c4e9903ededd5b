//! Texts inside JSON strings (RFC 8259, section 7).

/// Appends a text as the inside of a JSON string, escaped as `serde_json` does: what must be escaped and no more.
///
/// ```
/// let mut out = Vec::new();
/// kate_errors_core::json::escape("a \"b\"\n", &mut out);
/// assert_eq!(out, br#"a \"b\"\n"#);
/// ```
pub fn escape(text: &str, out: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(at) = special(rest) {
        let (plain, escaped) = rest.split_at(at);
        out.extend_from_slice(plain);
        escape_byte(escaped[0], out);
        rest = &escaped[1..];
    }
    out.extend_from_slice(rest);
}

fn escape_byte(byte: u8, out: &mut Vec<u8>) {
    const HEX: [u8; 16] = *b"0123456789abcdef";
    let short = match byte {
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0C => b'f',
        0x00..0x20 => {
            let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(&digits);
            return;
        }
        _ => byte,
    };
    out.extend_from_slice(&[b'\\', short]);
}

/// Whether a text stands in a JSON string as it is. For constants: at run time [`special`] is faster.
#[must_use]
pub const fn is_plain(text: &str) -> bool {
    let (text, mut at) = (text.as_bytes(), 0);
    while at < text.len() {
        if is_special(text[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// Where the first byte stands that no JSON string has as it is: a quote, a backslash, a control character.
#[must_use]
pub fn special(text: &[u8]) -> Option<usize> {
    if none_special(text) {
        return None;
    }
    text.iter().position(|&byte| is_special(byte))
}

/// Chunks are compared without a branch for each byte, by the instructions that a processor has for many at once. The last
/// may have bytes of the one before. A wrong `false` costs time alone: the bytes are looked at one by one then.
fn none_special(text: &[u8]) -> bool {
    fn plain<const N: usize>(chunk: &[u8]) -> bool {
        let chunk = chunk.first_chunk::<N>();
        chunk.is_some_and(|chunk| {
            !chunk
                .iter()
                .fold(false, |any, &byte| any | is_special(byte))
        })
    }
    match text.len() {
        0..8 => !text.iter().any(|&byte| is_special(byte)),
        length @ 8..16 => plain::<8>(text) && plain::<8>(&text[length - 8..]),
        length => text.chunks_exact(16).all(plain::<16>) && plain::<16>(&text[length - 16..]),
    }
}

/// No byte is two of them: `^` would say the same.
#[cfg_attr(not(debug_assertions), inline)]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "branches keep bytes from being compared together"
)]
const fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Writes an object of one member; `text` writes the inside of its string.
///
/// ```
/// use kate_errors_core::json::{escape, write};
///
/// let mut out = Vec::new();
/// write("detail", &mut out, |out| escape("Run not found", out));
/// assert_eq!(out, br#"{"detail":"Run not found"}"#);
/// ```
pub fn write(member: &str, out: &mut Vec<u8>, text: impl FnOnce(&mut Vec<u8>)) {
    out.extend_from_slice(b"{\"");
    escape(member, out);
    out.extend_from_slice(b"\":\"");
    text(out);
    out.extend_from_slice(b"\"}");
}

/// An object of one member with this text.
#[must_use]
pub fn body(member: &str, text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    write(member, &mut out, |out| escape(text, out));
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, is_plain, special};

    #[test]
    fn every_control_character_quotes_and_backslashes_are_escaped() {
        let all: String = (0..128_u8)
            .map(char::from)
            .chain(['é', '\u{2028}', '🦀'])
            .collect();
        let mut out = Vec::new();
        escape(&all, &mut out);
        let text = String::from_utf8(out).unwrap_or_default();
        assert!(text.starts_with(r"\u0000\u0001") && text.contains(r"\b\t\n\u000b\f\r\u000e"));
        assert!(
            text.contains(r##" !\"#"##)
                && text.contains(r"[\\]")
                && text.ends_with("\u{7f}é\u{2028}🦀")
        );
    }

    /// However chunks lie over the text, and whatever else it has behind the place.
    #[test]
    fn the_first_special_byte_is_found_wherever_it_stands() {
        for length in [0, 1, 7, 8, 9, 15, 16, 17, 24, 31, 33] {
            let plain = vec![b'a'; length];
            assert_eq!(special(&plain), None, "{length}");
            assert!(str::from_utf8(&plain).is_ok_and(is_plain));
            for at in 0..length {
                let mut text = plain.clone();
                text[at] = b'"';
                assert_eq!(special(&text), Some(at), "{length}");
                assert!(!str::from_utf8(&text).is_ok_and(is_plain));
                for other in at + 1..length {
                    text[other] = b'\n';
                    assert_eq!(special(&text), Some(at), "{length}, {other}");
                    text[other] = b'a';
                }
            }
        }
    }
}
