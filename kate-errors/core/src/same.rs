//! Comparing without a call.

/// Whether two texts are the same. Most are short: then a call costs more than the comparison. Where one way ends and the next
/// begins is a matter of speed: at the limits either is right.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    if length < 8 {
        return a.iter().zip(b).all(|(x, y)| x == y);
    }
    if length < 16 {
        return a[..8] == b[..8] && a[length - 8..] == b[length - 8..];
    }
    let mut at = 0;
    while at + 16 <= length {
        if a[at..at + 16] != b[at..at + 16] {
            return false;
        }
        at += 16;
    }
    a[length - 16..] == b[length - 16..]
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn every_byte_counts() {
        for length in 0..70 {
            let text: Vec<u8> = (0..length).collect();
            assert!(same(&text, &text.clone()), "{length}");
            for at in 0..text.len() {
                let mut other = text.clone();
                other[at] ^= 0x80;
                assert!(!same(&text, &other), "{length}, {at}");
                assert!(!same(&text, &text[..at]) && !same(&text[at + 1..], &text));
            }
        }
    }
}
