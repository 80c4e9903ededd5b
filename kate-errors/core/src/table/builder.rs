//! Building a table, in the macro.

use std::collections::HashMap;

use super::Accept;
use super::layout::{
    BODY, ENTRY, ERROR, Kind, LOSSY, NONE, PLACEHOLDERS, PLAIN, READY, Roots, SORTED, STATUS,
    STATUS_SHIFT, TAIL_SHIFT, word,
};
use super::lookup_plan::LookupPlan;
use crate::json;

/// An error, as the catalog lists it.
#[derive(Clone, Debug)]
pub struct Error {
    /// The variant's name, or the struct's.
    pub name: String,
    /// The cause, from its documentation.
    pub cause: String,
    /// What the caller can do about it.
    pub fix: Option<String>,
    /// Its status.
    pub status: u16,
    /// The statuses that it is read from, in addition to its own.
    pub accept: Accept,
    /// Whether it is marked `#[kate(lossy)]`.
    pub lossy: bool,
    /// The names of its headers, and the values of those that are constant.
    pub headers: Vec<(String, Option<String>)>,
    /// Its templates, as they were written.
    pub templates: Vec<String>,
}

/// A form of an error.
#[derive(Clone, Debug)]
pub enum Form {
    /// The detail of a form without placeholders, whether it is read, and whether its value can be created without the
    /// response.
    Constant(String, bool, bool),
    /// The literal before the first placeholder; for each placeholder the index of its language and the literal after
    /// it; and whether the form is read.
    Template(String, Vec<(usize, String)>, bool),
    /// A form that only `format!` understands.
    Format,
}

/// Collects a type's errors and entries.
#[derive(Debug, Default)]
pub struct Builder {
    strings: String,
    seen: HashMap<String, u32>,
    errors: Vec<[u32; ERROR]>,
    entries: Vec<[u32; ENTRY]>,
    lists: Vec<Vec<u32>>,
    accepts: bool,
    generic: bool,
}

/// A table's literals.
#[derive(Clone, Debug)]
pub struct Literals {
    /// All strings, one after the other.
    pub strings: String,
    /// The numbers.
    pub words: Vec<u8>,
    /// The word at which the list of sorted forms starts.
    pub order: usize,
    /// Where lookups start.
    pub roots: Roots,
}

impl Builder {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an error. Its forms are added next.
    pub fn error(&mut self, error: &Error) {
        let [name, name_length] = self.string(&error.name);
        let [cause, cause_length] = self.string(&error.cause);
        let [fix, fix_length] = self.optional_string(error.fix.as_deref());
        self.accepts |= error.accept != Accept::Only(Vec::new());
        let accept = match &error.accept {
            Accept::Any => NONE,
            Accept::Only(statuses) => {
                self.list(1, statuses.iter().map(|&status| status.into()).collect())
            }
        };
        let mut headers = Vec::new();
        for (name, value) in &error.headers {
            headers.extend(self.string(name));
            headers.extend(self.optional_string(value.as_deref()));
        }
        let headers = self.list(4, headers);
        let templates = error
            .templates
            .iter()
            .flat_map(|text| self.string(text))
            .collect();
        let templates = self.list(2, templates);
        let status = u32::from(error.status) | if error.lossy { LOSSY } else { 0 };
        let entry = [
            name,
            name_length,
            cause,
            cause_length,
            fix,
            fix_length,
            status,
            accept,
            headers,
            templates,
        ];
        self.errors.push(entry);
    }

    /// Adds a form of the error that was added last.
    pub fn form(&mut self, form: &Form, member: &str) {
        match form {
            Form::Constant(text, read, ready) => {
                let body = body(member, text);
                let [start, length] = self.string(&body);
                let plain = json::is_plain(text) && json::is_plain(member);
                if plain {
                    let head = word(body.len() - text.len() - json::BODY_END.len());
                    self.seen.entry(text.clone()).or_insert(start + head);
                }
                let text = self.string(text);
                let kind = read_as(Kind::Constant, *read);
                let flags = BODY | flag(PLAIN, plain) | flag(READY, *ready);
                self.entry(kind, flags, text, [start, length]);
            }
            Form::Template(before, placeholders, read) => {
                let literals = || placeholders.iter().map(|(_, after)| after).chain([before]);
                let plain = json::is_plain(member) && literals().all(|text| json::is_plain(text));
                let text = if plain {
                    let body = body(member, before);
                    let [start, length] = self.string(&body[..body.len() - json::BODY_END.len()]);
                    [start + length - word(before.len()), word(before.len())]
                } else {
                    self.string(before)
                };
                let lengths = literals().map(String::len).sum::<usize>();
                let whole = word(body(member, "").len() + lengths);
                let mut items = Vec::new();
                for (place, (language, after)) in placeholders.iter().enumerate() {
                    let last = plain && place + 1 == placeholders.len();
                    let tail = if last { json::BODY_END } else { "" };
                    let [start, _] = self.string(&format!("{after}{tail}"));
                    let language = word(*language) | word(tail.len()) << TAIL_SHIFT;
                    items.extend([language, start, word(after.len())]);
                }
                let list = self.list(3, items);
                let kind = read_as(Kind::Template, *read);
                self.entry(kind, PLACEHOLDERS | flag(PLAIN, plain), text, [list, whole]);
            }
            Form::Format => self.entry(Kind::EmitOnly, 0, [0, 0], [0, 0]),
        }
    }

    /// Adds a nested type.
    pub fn nested(&mut self, generic: bool) {
        self.generic |= generic;
        self.plain(Kind::Nested);
    }

    /// Adds the entry of the `other` variant.
    pub fn other(&mut self) {
        self.plain(Kind::Other);
    }

    fn plain(&mut self, kind: Kind) {
        self.entry(kind, 0, [0, 0], [0, 0]);
    }

    /// The finished table. `errors` is the number of errors without that of `other`.
    #[must_use]
    pub fn finish(mut self, errors: usize) -> Literals {
        self.errors.resize(errors + 1, [NONE; ERROR]);
        let head = self.errors.len() * ERROR + self.entries.len() * ENTRY;
        let mut starts = Vec::new();
        let mut tail = Vec::new();
        for list in &self.lists {
            starts.push(word(head + tail.len()));
            tail.extend_from_slice(list);
        }
        let place = |list: &mut u32| {
            if *list != NONE {
                *list = starts[*list as usize];
            }
        };
        for error in &mut self.errors[..] {
            error[7..].iter_mut().for_each(place);
        }
        for entry in &mut self.entries {
            if entry[0] & PLACEHOLDERS != 0 {
                place(&mut entry[4]);
            }
        }
        let order = head + tail.len();
        let sorted = self.sorted_forms();
        tail.push(word(sorted.len() / SORTED));
        tail.extend(sorted);
        let plan = LookupPlan::new(&self.strings, &self.entries, &tail, head);
        let (roots, flags) = (plan.roots(&mut tail, head), plan.flags());
        for (entry, flags) in flags {
            self.entries[entry as usize][0] |= flags;
        }
        let head = self
            .errors
            .iter()
            .flatten()
            .chain(self.entries.iter().flatten());
        let words = head
            .chain(&tail)
            .flat_map(|word| word.to_le_bytes())
            .collect();
        Literals {
            strings: self.strings,
            words,
            order,
            roots: Roots {
                accepts: self.accepts,
                generic: self.generic,
                ..roots
            },
        }
    }

    /// The forms that are proved, by status and leading literal.
    fn sorted_forms(&self) -> Vec<u32> {
        let proved = |entry: &[u32; ENTRY]| {
            let kind = Kind::of(entry[0]);
            let constant = kind == Kind::EmitOnly && entry[0] & BODY != 0;
            constant || kind == Kind::Constant || kind == Kind::Template
        };
        let key = |entry: &[u32; ENTRY]| {
            let (start, length) = (entry[2] as usize, entry[3] as usize);
            let status = self.errors[entry[1] as usize][6] & STATUS;
            (status, &self.strings.as_bytes()[start..start + length])
        };
        let mut sorted: Vec<_> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| proved(entry))
            .collect();
        sorted.sort_by(|(_, a), (_, b)| key(a).cmp(&key(b)));
        let entry = |(index, entry): (usize, &[u32; ENTRY])| {
            let status = self.errors[entry[1] as usize][6] & STATUS;
            [word(index), status, entry[2], entry[3]]
        };
        sorted.into_iter().flat_map(entry).collect()
    }

    fn entry(&mut self, kind: Kind, flags: u32, text: [u32; 2], rest: [u32; 2]) {
        let error = word(self.errors.len().saturating_sub(1));
        let status = self.errors.last().map_or(0, |error| error[6] & STATUS);
        let what = kind as u32 | flags | status << STATUS_SHIFT;
        self.entries
            .push([what, error, text[0], text[1], rest[0], rest[1]]);
    }

    /// Adds a list. The answer is its index in `lists`, which `finish` replaces by its position.
    fn list(&mut self, width: usize, items: Vec<u32>) -> u32 {
        let mut list = vec![word(items.len() / width)];
        list.extend(items);
        let known = self.lists.iter().rposition(|other| *other == list);
        word(known.unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        }))
    }

    fn optional_string(&mut self, text: Option<&str>) -> [u32; 2] {
        text.map_or([NONE, 0], |text| self.string(text))
    }

    fn string(&mut self, text: &str) -> [u32; 2] {
        let start = self.seen.get(text).copied().unwrap_or_else(|| {
            let start = word(self.strings.len());
            self.strings.push_str(text);
            self.seen.insert(text.to_owned(), start);
            start
        });
        [start, word(text.len())]
    }
}

/// The body with this detail.
fn body(member: &str, text: &str) -> String {
    String::from_utf8_lossy(&json::body(member, text)).into_owned()
}

fn read_as(kind: Kind, read: bool) -> Kind {
    if read { kind } else { Kind::EmitOnly }
}

fn flag(flag: u32, set: bool) -> u32 {
    if set { flag } else { 0 }
}
