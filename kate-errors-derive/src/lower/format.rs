//! What stands behind the colon of a placeholder, as `std::fmt` has it.

/// What a format asks of its field.
pub(super) enum Format<'a> {
    /// This trait of `std::fmt`.
    Trait(&'static str),
    /// No trait has this letter.
    Unknown(&'a str),
}

impl<'a> Format<'a> {
    pub(super) fn of(format: &'a str) -> Self {
        let rest = behind_sign(behind_align(format));
        let rest = rest.strip_prefix('#').unwrap_or(rest);
        let rest = behind_count(rest);
        let rest = match rest.strip_prefix('.') {
            Some(precision) => precision
                .strip_prefix('*')
                .unwrap_or(behind_count(precision)),
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

/// Fill and alignment.
pub(super) fn behind_align(format: &str) -> &str {
    let mut chars = format.chars();
    let (first, behind_first) = (chars.next(), chars.as_str());
    let (second, behind_second) = (chars.next(), chars.as_str());
    let aligns = |c: Option<char>| c.is_some_and(|c| "<^>".contains(c));
    if aligns(second) {
        behind_second
    } else if aligns(first) {
        behind_first
    } else {
        format
    }
}

fn behind_sign(format: &str) -> &str {
    format.strip_prefix(['+', '-']).unwrap_or(format)
}

/// A number, or a field's name or number before `$`; the `0` that asks for zeros before either.
fn behind_count(format: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let behind_word = format.trim_start_matches(word);
    match behind_word.strip_prefix('$') {
        Some(rest) => rest,
        None => format.trim_start_matches(|c: char| c.is_ascii_digit()),
    }
}
