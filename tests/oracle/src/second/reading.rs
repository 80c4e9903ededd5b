//! All ways to read one text by one form, by trying every end of every placeholder.

use super::language::Language;

/// A piece of a form with the language of its field.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Literal(Vec<char>),
    Field { number: usize, language: Language },
}

/// How many readings there are, at most 2, from each piece and each position.
struct Counts<'a> {
    parts: &'a [Part],
    text: &'a [char],
    known: Vec<Option<u8>>,
}

impl Counts<'_> {
    fn from(&mut self, part: usize, at: usize) -> u8 {
        if part == self.parts.len() {
            return u8::from(at == self.text.len());
        }
        let index = part * (self.text.len() + 1) + at;
        if let Some(known) = self.known[index] {
            return known;
        }
        let count = match &self.parts[part] {
            Part::Literal(literal) => {
                if self.text[at..].starts_with(literal) {
                    self.from(part + 1, at + literal.len())
                } else {
                    0
                }
            }
            Part::Field { language, .. } => {
                let language = *language;
                let mut count = 0;
                for end in at..=self.text.len() {
                    let value: String = self.text[at..end].iter().collect();
                    if language.has(&value) {
                        count += self.from(part + 1, end);
                    }
                }
                count.min(2)
            }
        };
        let count = count.min(2);
        self.known[index] = Some(count);
        count
    }
}

/// How many readings the text has, at most 2, and the one whose first field is shortest, then the second, and so on: the
/// fields by number.
pub(super) fn read(parts: &[Part], text: &str) -> (u8, Vec<(usize, String)>) {
    let text: Vec<char> = text.chars().collect();
    for (part, end) in [(parts.first(), false), (parts.last(), true)] {
        if let Some(Part::Literal(literal)) = part {
            let fits = if end {
                text.ends_with(literal)
            } else {
                text.starts_with(literal)
            };
            if !fits {
                return (0, Vec::new());
            }
        }
    }
    let mut counts = Counts {
        parts,
        text: &text,
        known: vec![None; (parts.len() + 1) * (text.len() + 1)],
    };
    let count = counts.from(0, 0);
    let mut fields = Vec::new();
    let mut at = 0;
    if count > 0 {
        for (index, part) in parts.iter().enumerate() {
            match part {
                Part::Literal(literal) => at += literal.len(),
                Part::Field { number, language } => {
                    let end = (at..=text.len()).find(|end| {
                        let value: String = text[at..*end].iter().collect();
                        language.has(&value) && counts.from(index + 1, *end) > 0
                    });
                    let end = end.unwrap_or(at);
                    fields.push((*number, text[at..end].iter().collect()));
                    at = end;
                }
            }
        }
    }
    (count, fields)
}
