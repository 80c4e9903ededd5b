//! The macro's side of a table.

use std::collections::HashMap;

use super::entry::{BODY, PLACEHOLDERS, PLAIN, READY, STATUS_SHIFT, TAIL_SHIFT};
use super::index::Roots;
use super::ways::Ways;
use super::{Accept, ENTRY, ERROR, Kind, LOSSY, NONE, STATUS, SortedForm};
use crate::json;

/// An error, as the catalog lists it.
#[derive(Clone, Debug)]
pub struct Error {
    /// The variant's name, or the struct's.
    pub name: String,
    /// Its documentation.
    pub cause: String,
    /// What the caller can do about it.
    pub fix: Option<String>,
    /// Its status.
    pub status: u16,
    /// The statuses that it is read from, beside its own.
    pub accept: Accept,
    /// Whether its text may be read as another's.
    pub lossy: bool,
    /// Names, and values where they are constant.
    pub headers: Vec<(String, Option<String>)>,
    /// Its templates, as they were written.
    pub templates: Vec<String>,
}

/// A form of an error.
#[derive(Clone, Debug)]
pub enum Form {
    /// The text of a form without placeholders, whether it is read, and whether that needs no more than the text.
    Constant(String, bool, bool),
    /// The literal before the first placeholder; for each placeholder the index of its language
    /// and the literal behind it; and whether it is read.
    Template(String, Vec<(usize, String)>, bool),
    /// A form whose text only `format!` understands.
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
    /// The texts.
    pub strings: String,
    /// The numbers.
    pub words: Vec<u8>,
    /// Where the order stands in them.
    pub order: usize,
    /// Where the ways to entries begin.
    pub roots: Roots,
}

impl Builder {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an error; its forms follow.
    pub fn error(&mut self, error: &Error) {
        let [name, name_length] = self.text(&error.name);
        let [cause, cause_length] = self.text(&error.cause);
        let [fix, fix_length] = self.optional(error.fix.as_deref());
        self.accepts |= error.accept != Accept::Only(Vec::new());
        let accept = match &error.accept {
            Accept::Any => NONE,
            Accept::Only(statuses) => {
                self.list(1, statuses.iter().map(|&status| status.into()).collect())
            }
        };
        let mut headers = Vec::new();
        for (name, value) in &error.headers {
            headers.extend(self.text(name));
            headers.extend(self.optional(value.as_deref()));
        }
        let headers = self.list(4, headers);
        let templates = error
            .templates
            .iter()
            .flat_map(|text| self.text(text))
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
                let body = wrapped(member, text);
                let [start, length] = self.text(&body);
                let plain = json::is_plain(text) && json::is_plain(member);
                if plain {
                    let head = number(body.len() - text.len() - TAIL.len());
                    self.seen.entry(text.clone()).or_insert(start + head);
                }
                let text = self.text(text);
                let kind = read_as(Kind::Constant, *read);
                let flags = BODY | flag(PLAIN, plain) | flag(READY, *ready);
                self.entry(kind, flags, text, [start, length]);
            }
            Form::Template(before, placeholders, read) => {
                let literals = || placeholders.iter().map(|(_, after)| after).chain([before]);
                let plain = json::is_plain(member) && literals().all(|text| json::is_plain(text));
                let text = if plain {
                    let body = wrapped(member, before);
                    let [start, length] = self.text(&body[..body.len() - TAIL.len()]);
                    [start + length - number(before.len()), number(before.len())]
                } else {
                    self.text(before)
                };
                let lengths = literals().map(String::len).sum::<usize>();
                let whole = number(wrapped(member, "").len() + lengths);
                let mut items = Vec::new();
                for (place, (language, after)) in placeholders.iter().enumerate() {
                    let last = plain && place + 1 == placeholders.len();
                    let tail = if last { TAIL } else { "" };
                    let [start, _] = self.text(&format!("{after}{tail}"));
                    let language = number(*language) | number(tail.len()) << TAIL_SHIFT;
                    items.extend([language, start, number(after.len())]);
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

    /// Adds the entry that takes what no other takes.
    pub fn other(&mut self) {
        self.plain(Kind::Other);
    }

    fn plain(&mut self, kind: Kind) {
        self.entry(kind, 0, [0, 0], [0, 0]);
    }

    /// The texts and the numbers; `other` is the last error's where `errors` leaves it out.
    #[must_use]
    pub fn finish(mut self, errors: usize) -> Literals {
        self.errors.resize(errors + 1, [NONE; ERROR]);
        let head = self.errors.len() * ERROR + self.entries.len() * ENTRY;
        let mut places = Vec::new();
        let mut tail = Vec::new();
        for list in &self.lists {
            places.push(number(head + tail.len()));
            tail.extend_from_slice(list);
        }
        let place = |word: &mut u32| {
            if *word != NONE {
                *word = places[*word as usize];
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
        let said = self.sorted_form();
        tail.push(number(said.len() / SortedForm::WORDS));
        tail.extend(said);
        let ways = Ways::new(&self.strings, &self.entries, &tail, head);
        let (roots, marks) = (ways.roots(&mut tail, head), ways.marks());
        for (entry, mark) in marks {
            self.entries[entry as usize][0] |= mark;
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

    /// The entries that say something, by status and leading literal.
    fn sorted_form(&self) -> Vec<u32> {
        let says = |entry: &[u32; ENTRY]| {
            let kind = Kind::of(entry[0]);
            let constant = kind == Kind::EmitOnly && entry[0] & BODY != 0;
            constant || kind == Kind::Constant || kind == Kind::Template
        };
        let key = |entry: &[u32; ENTRY]| {
            let (start, length) = (entry[2] as usize, entry[3] as usize);
            let status = self.errors[entry[1] as usize][6] & STATUS;
            (status, &self.strings.as_bytes()[start..start + length])
        };
        let mut said: Vec<_> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| says(entry))
            .collect();
        said.sort_by(|(_, a), (_, b)| key(a).cmp(&key(b)));
        let entry = |(index, entry): (usize, &[u32; ENTRY])| {
            let status = self.errors[entry[1] as usize][6] & STATUS;
            [number(index), status, entry[2], entry[3]]
        };
        said.into_iter().flat_map(entry).collect()
    }

    fn entry(&mut self, kind: Kind, flags: u32, text: [u32; 2], rest: [u32; 2]) {
        let error = number(self.errors.len().saturating_sub(1));
        let status = self.errors.last().map_or(0, |error| error[6] & STATUS);
        let what = kind as u32 | flags | status << STATUS_SHIFT;
        self.entries
            .push([what, error, text[0], text[1], rest[0], rest[1]]);
    }

    /// Until the table is finished, a list is its index in `lists`.
    fn list(&mut self, width: usize, items: Vec<u32>) -> u32 {
        let mut list = vec![number(items.len() / width)];
        list.extend(items);
        let known = self.lists.iter().rposition(|other| *other == list);
        number(known.unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        }))
    }

    fn optional(&mut self, text: Option<&str>) -> [u32; 2] {
        text.map_or([NONE, 0], |text| self.text(text))
    }

    fn text(&mut self, text: &str) -> [u32; 2] {
        let start = self.seen.get(text).copied().unwrap_or_else(|| {
            let start = number(self.strings.len());
            self.strings.push_str(text);
            self.seen.insert(text.to_owned(), start);
            start
        });
        [start, number(text.len())]
    }
}

/// The end of a body.
const TAIL: &str = "\"}";

/// A body with this text.
fn wrapped(member: &str, text: &str) -> String {
    String::from_utf8_lossy(&json::body(member, text)).into_owned()
}

fn read_as(kind: Kind, read: bool) -> Kind {
    if read { kind } else { Kind::EmitOnly }
}

fn flag(flag: u32, set: bool) -> u32 {
    if set { flag } else { 0 }
}

/// The source of a table is lookup_constant_among_several below 4 GiB: the compiler's own spans are no wider.
pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}
