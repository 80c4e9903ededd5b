//! Finds a field whose narrower language makes an ambiguous detail unambiguous, and proves that it does.
//!
//! A narrower field never makes another text ambiguous. So lines that were found one after the other cure the type together.

use std::collections::{BTreeMap, BTreeSet};

use kate_errors_core::matching::Placeholder;
use kate_errors_core::proof::{Answer, Template, meet, two_readings};
use kate_errors_core::{Chars, Language, Length};

use super::ask::answer;
use crate::forms::Forms;
use crate::model::{Model, Variant, unraw};

/// What has to be cured.
#[derive(Clone, Copy)]
pub(super) enum Problem {
    /// A form has two readings of a text.
    TwoReadings(usize),
    /// Two forms match the same text.
    Meet(usize, usize),
}

/// How many problems of a type are cured. A type with more has a message for each of the others without a line.
const MOST: usize = 64;

/// A language that is tried, and what declares it.
#[derive(Clone, Copy)]
struct Class {
    declaration: &'static str,
    language: Language,
}

const fn class(declaration: &'static str, pattern: &'static str) -> Class {
    Class {
        declaration,
        language: Language::Chars(Chars::new(pattern)),
    }
}

const DIGITS: Class = class("chars = \"0-9\"", "0-9");

/// The first language that cures is taken, so that it leaves out as little as possible: any text but the empty one, what has no
/// space, what has no quotes and brackets either, names, and words in capitals.
const CLASSES: [Class; 6] = [
    Class {
        declaration: "len = 1..",
        language: Language::Free.with_length(Length::at_least(1)),
    },
    class("chars = \"!-~\"", "!-~"),
    class("chars = \"0-9A-Za-z_.:/@-\"", "0-9A-Za-z_.:/@-"),
    class("chars = \"0-9A-Za-z_-\"", "0-9A-Za-z_-"),
    class("chars = \"0-9A-Za-z\"", "0-9A-Za-z"),
    class("chars = \"A-Z_\"", "A-Z_"),
];

/// A field that is narrowed.
#[derive(Clone, Copy)]
struct Narrowed {
    variant: usize,
    field: usize,
    class: Class,
}

/// The lines that cure the problems of a type.
pub(super) struct Cures<'c> {
    model: &'c Model<'c>,
    forms: &'c Forms<'c>,
    narrowed: Vec<Narrowed>,
    /// The numbers of the lines that each form needs.
    of_forms: BTreeMap<usize, Vec<usize>>,
    /// The forms that have a problem without a line.
    uncured: BTreeSet<usize>,
    tried: usize,
}

impl<'c> Cures<'c> {
    pub(super) fn new(model: &'c Model<'c>, forms: &'c Forms<'c>) -> Self {
        Self {
            model,
            forms,
            narrowed: Vec::new(),
            of_forms: BTreeMap::new(),
            uncured: BTreeSet::new(),
            tried: 0,
        }
    }

    /// Finds what cures a problem of a form, and keeps it.
    pub(super) fn find(&mut self, form: usize, problem: Problem) {
        if self.is_gone(problem, &[]) || self.uncured.contains(&form) {
            return;
        }
        if self.is_cured(problem, &[]) {
            self.use_earlier(form, problem);
        } else if self.tried == MOST || !self.find_more(form, problem) {
            self.uncured.insert(form);
        }
    }

    /// Finds lines that cure a problem together with the earlier ones. Returns false if there are none.
    fn find_more(&mut self, form: usize, problem: Problem) -> bool {
        self.tried += 1;
        let candidates = self.candidates(problem);
        let singles = candidates.iter().map(|one| vec![*one]);
        let pairs = candidates.iter().enumerate().flat_map(|(index, one)| {
            let others = candidates.iter().skip(index + 1);
            let same = |other: &Narrowed| other.variant == one.variant && other.field == one.field;
            others
                .filter(move |other| {
                    !same(other) && other.class.declaration == one.class.declaration
                })
                .map(|other| vec![*one, *other])
        });
        let found = singles
            .chain(pairs)
            .find(|candidate| self.is_cured(problem, candidate));
        let Some(found) = found else {
            return false;
        };
        let lines = self.of_forms.entry(form).or_default();
        lines.extend(self.narrowed.len()..self.narrowed.len() + found.len());
        self.narrowed.extend(found);
        true
    }

    /// The lines that other forms need already cure this problem. Keeps those of them that it needs.
    fn use_earlier(&mut self, form: usize, problem: Problem) {
        let forms = Self::numbers(problem);
        let variants: Vec<_> = forms
            .iter()
            .map(|form| self.forms.all[*form].variant)
            .collect();
        let lines = self.of_forms.entry(form).or_default();
        for (index, narrowed) in self.narrowed.iter().enumerate() {
            if variants.contains(&narrowed.variant) && !lines.contains(&index) {
                lines.push(index);
            }
        }
    }

    fn numbers(problem: Problem) -> Vec<usize> {
        match problem {
            Problem::TwoReadings(form) => vec![form],
            Problem::Meet(winner, loser) => vec![winner, loser],
        }
    }

    /// The fields of the problem's forms that print any text, each with the sets to try. What is likely comes first.
    fn candidates(&self, problem: Problem) -> Vec<Narrowed> {
        let mut fields = Vec::new();
        for form in Self::numbers(problem) {
            let form = &self.forms.all[form];
            let variant = &self.model.variants[form.variant];
            for placeholder in form.parsed.placeholders() {
                let field = &variant.fields[placeholder.field];
                let is_free = matches!(field.language.language, Language::Free);
                let key = (form.variant, placeholder.field);
                let is_narrowed = self
                    .narrowed
                    .iter()
                    .any(|narrowed| (narrowed.variant, narrowed.field) == key);
                if is_free && field.language.is_spelled && !is_narrowed && !fields.contains(&key) {
                    fields.push(key);
                }
            }
        }
        let name =
            |&(variant, field): &(usize, usize)| self.model.variants[variant].fields[field].name();
        fields.sort_by_key(|key| is_prose(&name(key)));
        let numbers = fields.iter().filter(|key| is_number(&name(key)));
        let numbers = numbers.map(|&(variant, field)| Narrowed {
            variant,
            field,
            class: DIGITS,
        });
        let others = CLASSES.iter().flat_map(|&class| {
            fields.iter().map(move |&(variant, field)| Narrowed {
                variant,
                field,
                class,
            })
        });
        numbers.chain(others).collect()
    }

    /// Whether a problem is gone with the lines that were found, and these ones.
    fn is_cured(&self, problem: Problem, more: &[Narrowed]) -> bool {
        let narrowed: Vec<_> = self.narrowed.iter().chain(more).copied().collect();
        self.is_gone(problem, &narrowed)
    }

    /// Whether a problem is gone with these lines alone.
    fn is_gone(&self, problem: Problem, narrowed: &[Narrowed]) -> bool {
        let narrow = |form: usize| {
            let form = &self.forms.all[form];
            let entry = form.entry();
            let placeholders: Vec<_> = (form.parsed.placeholders().iter())
                .zip(entry.placeholders)
                .map(|(parsed, placeholder)| {
                    let narrowed = narrowed
                        .iter()
                        .find(|one| one.variant == form.variant && one.field == parsed.field);
                    Placeholder {
                        language: narrowed.map_or(placeholder.language, |one| &one.class.language),
                        ..*placeholder
                    }
                })
                .collect();
            (entry.leading, placeholders)
        };
        let found = match problem {
            Problem::TwoReadings(form) => {
                let (leading, placeholders) = narrow(form);
                let template = Template {
                    leading,
                    placeholders: &placeholders,
                };
                answer(|memory| two_readings(template, memory))
            }
            Problem::Meet(winner, loser) => {
                let (first, second) = (narrow(winner), narrow(loser));
                let [first, second] = [&first, &second].map(|(leading, placeholders)| Template {
                    leading,
                    placeholders,
                });
                answer(|memory| meet(first, second, memory))
            }
        };
        matches!(found, Answer::No)
    }

    /// The lines that a form needs, as a part of its message. Empty if none was found.
    pub(super) fn of_form(&self, form: usize) -> String {
        let lines = self.of_forms.get(&form);
        let Some(lines) = lines.filter(|_| !self.uncured.contains(&form)) else {
            return String::new();
        };
        let own = self.forms.all[form].variant;
        let lines = lines.iter().map(|&line| {
            let narrowed = &self.narrowed[line];
            self.line(narrowed, narrowed.variant != own)
        });
        lines.collect::<Vec<_>>().join(" and ")
    }

    /// All lines, if several forms need them.
    pub(super) fn of_type(&self) -> String {
        if self.of_forms.len() < 2 || !self.uncured.is_empty() {
            return String::new();
        }
        let lines = self
            .narrowed
            .iter()
            .map(|narrowed| self.line(narrowed, true));
        lines.collect::<Vec<_>>().join(", ")
    }

    fn line(&self, narrowed: &Narrowed, with_variant: bool) -> String {
        let variant: &Variant<'_> = &self.model.variants[narrowed.variant];
        let (declaration, field) = (
            narrowed.class.declaration,
            variant.fields[narrowed.field].name(),
        );
        let line = format!("`#[kate({declaration})]` on `{field}`");
        if with_variant {
            format!("{line} of `{}`", unraw(variant.ident))
        } else {
            line
        }
    }
}

/// Whether a name says that the field has sentences or anything else. Such a field is narrowed if no other can be.
fn is_prose(name: &str) -> bool {
    [
        "message",
        "msg",
        "reason",
        "detail",
        "details",
        "description",
        "error",
        "cause",
        "text",
        "title",
        "why",
        "note",
        "output",
        "value",
        "content",
        "body",
        "query",
        "sql",
    ]
    .contains(&last_word(name))
}

/// Whether a name says that the field has a number.
fn is_number(name: &str) -> bool {
    [
        "count", "limit", "max", "min", "maximum", "minimum", "size", "port", "line", "column",
        "seconds", "amount", "total", "n", "number", "retries", "length", "len", "used", "balance",
        "attempts", "index", "offset", "position",
    ]
    .contains(&last_word(name))
}

fn last_word(name: &str) -> &str {
    name.rsplit('_').next().unwrap_or(name)
}
