//! The errors of a snapshot and of a compiler's JSON output, in one form, so that they can be compared.

use std::collections::BTreeSet;

use serde_json::Value;

/// An error, without what rustc adds to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Message {
    /// The message itself.
    pub(crate) first: String,
    /// Its further lines.
    pub(crate) more: Vec<String>,
    /// For a bound: its label and its notes.
    pub(crate) notes: Vec<String>,
    /// Whether the message is one of this crate's. Else it is rustc's.
    pub(crate) ours: bool,
    /// Line and column in the case, as rustc prints them: `6:14`. None where rustc reports a bound at the derive: which of the
    /// tokens of a path it points to depends on its version, and a path in derived code has tokens of the derive and of the field.
    pub(crate) position: Option<String>,
}

impl Message {
    /// Whether a compiled case has the message of its snapshot.
    pub(crate) fn agrees(&self, snapshot: &Self) -> bool {
        let mut compiled = self.clone();
        if compiled.position.is_none() {
            compiled.position.clone_from(&snapshot.position);
        }
        compiled == *snapshot
    }
}

/// What messages of ours say that rustc prints for a bound.
const BOUNDS: [&str; 9] = [
    "cannot be written into a text",
    "cannot be read back from a text",
    "cannot be skipped",
    "cannot be a source",
    "cannot stand in a transparent field",
    "cannot hold the",
    "is not a `KateError`",
    "are not listed",
    "cannot be decoded",
];

/// What rustc says without a code.
const RUSTC_WITHOUT_CODE: [&str; 3] = [
    "cannot find attribute",
    "positional arguments in format string",
    "aborting due to",
];

/// The notes that rustc adds to a bound of ours.
const RUSTC_NOTES: [&str; 2] = ["required for ", "this error originates in "];

/// The name of the derive in rustc's JSON.
const DERIVE: &str = "#[derive(KateError)]";

/// How a panic in a constant is reported.
const PANIC: &str = "evaluation panicked: ";

/// How older versions report it, 1.85 among them: in the label.
const OLD_PANIC: &str = "the evaluated program panicked at '";

/// Messages of this crate alone. One that rustc emits twice at one position is printed once.
pub(crate) fn own(messages: Vec<Message>) -> BTreeSet<Message> {
    let messages = messages.into_iter();
    messages.filter(|message| message.ours).collect()
}

/// The errors that rustc printed.
pub(crate) fn of_snapshot(snapshot: &str) -> Vec<Message> {
    let mut lines = snapshot.lines().peekable();
    let mut messages = Vec::new();
    while let Some(line) = lines.next() {
        let Some((head, text)) = line.split_once(": ").filter(|_| line.starts_with("error")) else {
            continue;
        };
        let code = head
            .strip_prefix("error[")
            .and_then(|code| code.strip_suffix(']'));
        let mut text = vec![text.to_owned()];
        while let Some(next) = lines.next_if(|next| !next.trim_start().starts_with("-->")) {
            text.push(next.to_owned());
        }
        let position = lines.next().and_then(|arrow| arrow.split_once(".rs:"));
        let position = position.map(|(_, position)| position.to_owned());
        let mut body = Vec::new();
        while let Some(next) = lines.next_if(|next| !next.starts_with("error")) {
            body.push(next);
        }
        let label = body.iter().find_map(|line| line.rsplit_once('^'));
        let label = label.map(|(_, label)| label.trim().to_owned());
        let notes = body
            .iter()
            .filter_map(|line| line.trim_start().strip_prefix("= note: "));
        messages.push(message(code, &text.join("\n"), position, label, notes));
    }
    messages
}

/// An error in rustc's JSON, if it is one in this file.
pub(crate) fn of_json(value: &Value, file: &str) -> Option<Message> {
    if value["level"] != "error" {
        return None;
    }
    let spans = value["spans"].as_array()?;
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let label = primary
        .and_then(|span| span["label"].as_str())
        .map(str::to_owned);
    let mut text = value["message"].as_str()?.to_owned();
    if let Some((_, panic)) = label
        .as_deref()
        .and_then(|label| label.split_once(OLD_PANIC))
    {
        let end = panic.rfind("', ").unwrap_or(panic.len());
        text = format!("{PANIC}{}", &panic[..end]);
    }
    let children = value["children"].as_array()?;
    let notes = children.iter().filter(|child| child["level"] == "note");
    let notes = notes.filter(|note| note["spans"].as_array().is_some_and(Vec::is_empty));
    let notes = notes.filter_map(|note| note["message"].as_str());
    let code = value["code"]["code"].as_str();
    let position = position(value, file);
    let mut message = message(code, &text, position, label, notes);
    let macro_name = primary.and_then(|span| span["expansion"]["macro_decl_name"].as_str());
    if !message.notes.is_empty() && macro_name == Some(DERIVE) {
        message.position = None;
    }
    Some(message)
}

/// Where a message points into a file. A panic in a constant may point elsewhere; then one of its notes points into the file.
fn position(value: &Value, file: &str) -> Option<String> {
    let notes = value["children"].as_array().into_iter().flatten();
    let spans = [value].into_iter().chain(notes).flat_map(|part| {
        let spans = part["spans"].as_array().into_iter().flatten();
        let (primary, others) = spans.partition::<Vec<_>, _>(|span| span["is_primary"] == true);
        primary.into_iter().chain(others)
    });
    let own = |span: &&Value| {
        span["file_name"]
            .as_str()
            .is_some_and(|name| name.ends_with(file))
    };
    let span = spans.into_iter().find(own)?;
    Some(format!("{}:{}", span["line_start"], span["column_start"]))
}

fn message<'a>(
    code: Option<&str>,
    text: &str,
    position: Option<String>,
    label: Option<String>,
    notes: impl Iterator<Item = &'a str>,
) -> Message {
    let panic = text.strip_prefix(PANIC);
    let bound = code == Some("E0277") && BOUNDS.iter().any(|bound| text.contains(bound));
    let rustc = RUSTC_WITHOUT_CODE.iter().any(|known| text.contains(known));
    let mut lines = panic
        .unwrap_or(text)
        .lines()
        .map(|line| line.trim().to_owned());
    let own_notes = notes.filter(|note| !RUSTC_NOTES.iter().any(|known| note.starts_with(known)));
    let notes = label
        .into_iter()
        .chain(own_notes.map(str::to_owned))
        .filter(|_| bound);
    Message {
        position,
        first: lines.next().unwrap_or_default(),
        more: lines.collect(),
        notes: notes.collect(),
        ours: panic.is_some() || bound || code.is_none() && !rustc,
    }
}
