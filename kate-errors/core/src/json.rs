//! Texts inside JSON strings (RFC 8259, section 7).

/// Appends a text as the inside of a JSON string, escaped as `serde_json` does: what must be escaped and no more.
///
/// ```
/// let mut out = Vec::new();
/// kate_errors_core::json::escape("a \"b\"\n", &mut out);
/// assert_eq!(out, br#"a \"b\"\n"#);
/// ```
pub fn escape(text: &str, out: &mut Vec<u8>) {
    const HEX: [u8; 16] = *b"0123456789abcdef";
    let bytes = text.as_bytes();
    let mut copied = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            0x00..0x20 => b'u',
            _ => continue,
        };
        out.extend_from_slice(&bytes[copied..at]);
        out.extend_from_slice(&[b'\\', short]);
        if short == b'u' {
            out.extend_from_slice(&[
                b'0',
                b'0',
                HEX[usize::from(byte >> 4)],
                HEX[usize::from(byte & 15)],
            ]);
        }
        copied = at + 1;
    }
    out.extend_from_slice(&bytes[copied..]);
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

#[cfg(test)]
mod tests {
    use super::escape;

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
}
