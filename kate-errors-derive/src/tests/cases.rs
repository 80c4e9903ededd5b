//! The cases of `tests/ui`, without a compiler: what the snapshots say of the derive is what it says, at the same places. This
//! takes two seconds, where the compiler takes minutes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, LitStr};

/// A message's first line, and where it stands: line and column from one.
type Message = (String, usize, usize);

/// What rustc says without a code.
const RUSTCS: [&str; 3] = [
    "cannot find attribute",
    "positional arguments in format string",
    "argument never used",
];

/// All but those of frameworks, which depend on features. The cases stay in the repository: a published package, which has
/// its manifest twice, has none.
fn cases() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    if own.join("Cargo.toml.orig").exists() {
        return Vec::new();
    }
    let files = |folder: PathBuf| {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().path())
    };
    let mut cases: Vec<_> = files(own.join("../tests/ui/cases"))
        .flat_map(files)
        .collect();
    cases.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rs") && !name.contains("framework")
    });
    cases.sort();
    assert!(cases.len() > 400);
    cases
}

/// The messages of a snapshot that a derive gives: without a code, and none of those that rustc gives so.
fn expected(snapshot: &str) -> BTreeSet<Message> {
    let mut messages = BTreeSet::new();
    let mut lines = snapshot.lines();
    while let Some(line) = lines.next() {
        let first = line.strip_prefix("error: ");
        let own = |first: &&str| !RUSTCS.iter().any(|words| first.contains(words));
        let Some(first) = first.filter(own) else {
            continue;
        };
        let place = lines
            .by_ref()
            .find_map(|line| line.trim_start().strip_prefix("--> "));
        let mut numbers = place
            .unwrap()
            .rsplit(':')
            .map(|number| number.parse().unwrap());
        let (column, line) = (numbers.next().unwrap(), numbers.next().unwrap());
        messages.insert((first.to_owned(), line, column));
    }
    messages
}

/// The messages of the derive for all types of a file; nothing where only the compiler finds a type, or reads the file.
fn said(source: &str) -> Option<BTreeSet<Message>> {
    let file = syn::parse_file(source).ok()?;
    let mut types = file.items.iter().filter(|item| derives(item)).peekable();
    types.peek()?;
    let mut messages = BTreeSet::new();
    for item in types {
        let output = crate::pipeline::derive(item.to_token_stream());
        find(output, &mut messages);
    }
    Some(messages)
}

fn derives(item: &Item) -> bool {
    let attributes = match item {
        Item::Enum(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        let words = attribute.meta.to_token_stream().to_string();
        words.starts_with("derive") && words.contains("KateError")
    })
}

/// Collects each `compile_error!{"..."}`.
fn find(tokens: TokenStream, messages: &mut BTreeSet<Message>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for window in tokens.windows(3) {
        let [TokenTree::Ident(name), _, TokenTree::Group(group)] = window else {
            continue;
        };
        if name == "compile_error" {
            let start = name.span().start();
            let text = text(group);
            let first = text.lines().next().unwrap_or_default();
            messages.insert((first.to_owned(), start.line, start.column + 1));
        }
    }
}

fn text(group: &Group) -> String {
    syn::parse2::<LitStr>(group.stream()).unwrap().value()
}

#[test]
fn say_what_their_snapshots_say() {
    let mut wrong = Vec::new();
    for path in cases() {
        let source = fs::read_to_string(&path).unwrap();
        let snapshot = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let Some(said) = said(&source) else {
            continue;
        };
        let expected = expected(&snapshot);
        if said != expected {
            wrong.push(format!(
                "{}\n  said {said:#?}\n  snapshot {expected:#?}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
