//! The format of a placeholder, such as `:>8.3?`: what `std::fmt` allows after the colon.

/// The trait of `std::fmt` that a format asks for.
pub(super) enum Format<'a> {
    Trait(&'static str),
    /// No trait has this letter.
    Unknown(&'a str),
}

impl<'a> Format<'a> {
    /// Reads `[[fill]align][sign]['#']['0'][width]['.' precision][type]`.
    pub(super) fn of(format: &'a str) -> Self {
        let rest = after_sign(after_align(format));
        let rest = rest.strip_prefix('#').unwrap_or(rest);
        let rest = after_count(rest);
        let rest = match rest.strip_prefix('.') {
            Some(precision) => precision
                .strip_prefix('*')
                .unwrap_or(after_count(precision)),
            None => rest,
        };
        Self::Trait(match rest.trim_end() {
            "" => "Display",
            "?" | "x?" | "X?" => "Debug",
            "x" => "LowerHex",
            "X" => "UpperHex",
            "o" => "Octal",
            "b" => "Binary",
            "e" => "LowerExp",
            "E" => "UpperExp",
            "p" => "Pointer",
            other => return Self::Unknown(other),
        })
    }
}

/// What follows fill and alignment.
pub(super) fn after_align(format: &str) -> &str {
    let mut chars = format.chars();
    let (first, after_first) = (chars.next(), chars.as_str());
    let (second, after_second) = (chars.next(), chars.as_str());
    let aligns = |c: Option<char>| c.is_some_and(|c| "<^>".contains(c));
    if aligns(second) {
        after_second
    } else if aligns(first) {
        after_first
    } else {
        format
    }
}

fn after_sign(format: &str) -> &str {
    format.strip_prefix(['+', '-']).unwrap_or(format)
}

/// What follows a width or a precision: a number, or a name or number before `$`. The flag `0` before a width is read as part of
/// it.
fn after_count(format: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let after_word = format.trim_start_matches(word);
    match after_word.strip_prefix('$') {
        Some(rest) => rest,
        None => format.trim_start_matches(|c: char| c.is_ascii_digit()),
    }
}
