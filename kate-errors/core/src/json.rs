//! Strings in JSON (RFC 8259, section 7), and the body around the detail: an object with one member.
//!
//! ```json
//! {"detail":"Run not found"}
//! ```

/// The body before the member's name.
pub const BODY_START: &str = "{\"";
/// The body between the member's name and the detail.
pub const BODY_MIDDLE: &str = "\":\"";
/// The body after the detail.
pub const BODY_END: &str = "\"}";

/// Writes a body. `detail` writes the detail, already escaped.
///
/// ```
/// use kate_errors_core::json::{escape, write_body};
///
/// let mut out = Vec::new();
/// write_body("detail", &mut out, |out| escape("Run not found", out));
/// assert_eq!(out, br#"{"detail":"Run not found"}"#);
/// ```
pub fn write_body(member: &str, out: &mut Vec<u8>, detail: impl FnOnce(&mut Vec<u8>)) {
    out.extend_from_slice(BODY_START.as_bytes());
    escape(member, out);
    out.extend_from_slice(BODY_MIDDLE.as_bytes());
    detail(out);
    out.extend_from_slice(BODY_END.as_bytes());
}

/// The body with this detail.
#[must_use]
pub fn body(member: &str, detail: &str) -> Vec<u8> {
    let mut out = Vec::new();
    write_body(member, &mut out, |out| escape(detail, out));
    out
}

/// Appends the inside of a JSON string. Like `serde_json`, it escapes only what must be escaped.
///
/// ```
/// let mut out = Vec::new();
/// kate_errors_core::json::escape("a \"b\"\n", &mut out);
/// assert_eq!(out, br#"a \"b\"\n"#);
/// ```
pub fn escape(string: &str, out: &mut Vec<u8>) {
    let mut rest = string.as_bytes();
    while let Some(at) = find_special(rest) {
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

/// Whether a string has no character that must be escaped. This is for a `const`: at run time, [`find_special`] is faster.
#[must_use]
pub const fn is_plain(string: &str) -> bool {
    let (bytes, mut at) = (string.as_bytes(), 0);
    while at < bytes.len() {
        if is_special(bytes[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// The position of the first byte that must be escaped: a quote, a backslash, or a control character.
#[must_use]
pub fn find_special(bytes: &[u8]) -> Option<usize> {
    if all_plain(bytes) {
        return None;
    }
    bytes.iter().position(|&byte| is_special(byte))
}

/// Whether no byte must be escaped. The bytes of a chunk are compared without a branch, so that the compiler uses
/// vector instructions. The last chunk may overlap the one before.
fn all_plain(bytes: &[u8]) -> bool {
    fn chunk_is_plain<const N: usize>(bytes: &[u8]) -> bool {
        bytes.first_chunk::<N>().is_some_and(|chunk| {
            !chunk
                .iter()
                .fold(false, |any, &byte| any | is_special(byte))
        })
    }
    match bytes.len() {
        0..8 => !bytes.iter().any(|&byte| is_special(byte)),
        length @ 8..16 => chunk_is_plain::<8>(bytes) && chunk_is_plain::<8>(&bytes[length - 8..]),
        length => {
            bytes.chunks_exact(16).all(chunk_is_plain::<16>)
                && chunk_is_plain::<16>(&bytes[length - 16..])
        }
    }
}

#[cfg_attr(not(debug_assertions), inline)]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "a branch would keep the compiler from comparing many bytes at once"
)]
const fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

#[cfg(test)]
mod tests {
    use super::{escape, find_special, is_plain};

    #[test]
    fn control_characters_quotes_and_backslashes_are_escaped() {
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

    /// At every position of every chunk, and with another special byte after it.
    #[test]
    fn the_first_special_byte_is_found_at_every_position() {
        for length in [0, 1, 7, 8, 9, 15, 16, 17, 24, 31, 33] {
            let plain = vec![b'a'; length];
            assert_eq!(find_special(&plain), None, "{length}");
            assert!(str::from_utf8(&plain).is_ok_and(is_plain));
            for at in 0..length {
                let mut text = plain.clone();
                text[at] = b'"';
                assert_eq!(find_special(&text), Some(at), "{length}");
                assert!(!str::from_utf8(&text).is_ok_and(is_plain));
                for other in at + 1..length {
                    text[other] = b'\n';
                    assert_eq!(find_special(&text), Some(at), "{length}, {other}");
                    text[other] = b'a';
                }
            }
        }
    }
}
