//! Functions for code that is written by hand, for speed.

/// Writes an integer.
pub(crate) fn integer(value: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// Writes a text as the inside of a JSON string, with as few copies as possible.
pub(crate) fn escape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut written = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&bytes[written..at]);
        written = at + 1;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            _ => {
                let digit = |half: u8| b"0123456789abcdef"[usize::from(half)];
                out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    digit(byte >> 4),
                    digit(byte & 15),
                ]);
            }
        }
    }
    out.extend_from_slice(&bytes[written..]);
}

/// The texts before and after the first occurrence of another. `split_once` does the same with a slower search.
pub(crate) fn split<'a>(text: &'a str, between: &str) -> Option<(&'a str, &'a str)> {
    let (bytes, between) = (text.as_bytes(), between.as_bytes());
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| *byte == between[0])?;
        if bytes[at..].starts_with(between) {
            return Some((&text[..at], &text[at + between.len()..]));
        }
        at += 1;
    }
}

/// An integer as `Display` writes it, without a sign or leading zeros, and the text after it.
pub(crate) fn number(text: &str) -> Option<(u64, &str)> {
    let bytes = text.as_bytes();
    let mut value: u64 = 0;
    let mut at = 0;
    while let Some(digit) = bytes
        .get(at)
        .map(|byte| byte.wrapping_sub(b'0'))
        .filter(|digit| *digit < 10)
    {
        value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
        at += 1;
    }
    let canonical = at == 1 || (at > 1 && bytes[0] != b'0');
    canonical.then_some((value, &text[at..]))
}
