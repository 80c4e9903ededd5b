//! The cases of `tests/ui` without a compiler: the derive gives the messages of their snapshots, at the same locations. This takes two
//! seconds; with a compiler it takes minutes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, LitStr};

/// The first line of a message, and its line and column, from 1.
type Message = (String, usize, usize);

/// Parts of rustc's own messages that have no error code.
const OF_RUSTC: [&str; 3] = [
    "cannot find attribute",
    "positional arguments in format string",
    "argument never used",
];

/// The case whose message is in the arguments of a macro of `kate-errors`.
const IN_A_MACRO: &str = "framework_without_feature.rs";

/// All cases. A published package, which has its manifest twice, comes without them.
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
        path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with(IN_A_MACRO)
    });
    cases.sort();
    assert!(cases.len() > 400);
    cases
}

/// The derive's messages in a snapshot.
fn expected(snapshot: &str) -> BTreeSet<Message> {
    let mut messages = BTreeSet::new();
    let mut lines = snapshot.lines();
    while let Some(line) = lines.next() {
        // Messages with a code are rustc's.
        let first = line.strip_prefix("error: ");
        let is_ours = |first: &&str| !OF_RUSTC.iter().any(|part| first.contains(part));
        let Some(first) = first.filter(is_ours) else {
            continue;
        };
        let location = lines
            .by_ref()
            .find_map(|line| line.trim_start().strip_prefix("--> "));
        let mut numbers = location
            .unwrap()
            .rsplit(':')
            .map(|number| number.parse().unwrap());
        let (column, line) = (numbers.next().unwrap(), numbers.next().unwrap());
        messages.insert((first.to_owned(), line, column));
    }
    messages
}

/// The messages that the derive gives for the types of a file. `None` if only a compiler can read the file or find the types.
fn given(source: &str) -> Option<BTreeSet<Message>> {
    let file = syn::parse_file(source).ok()?;
    let mut types = file.items.iter().filter(|item| derives(item)).peekable();
    types.peek()?;
    let mut messages = BTreeSet::new();
    for item in types {
        let output = crate::pipeline::derive(item.to_token_stream());
        collect_messages(output, &mut messages);
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
        let meta = attribute.meta.to_token_stream().to_string();
        meta.starts_with("derive") && meta.contains("KateError")
    })
}

/// Collects each `compile_error!{"..."}`.
fn collect_messages(tokens: TokenStream, messages: &mut BTreeSet<Message>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for window in tokens.windows(3) {
        let [TokenTree::Ident(name), _, TokenTree::Group(group)] = window else {
            continue;
        };
        if name == "compile_error" {
            let start = name.span().start();
            let message = syn::parse2::<LitStr>(group.stream()).unwrap().value();
            let first = message.lines().next().unwrap_or_default();
            messages.insert((first.to_owned(), start.line, start.column + 1));
        }
    }
}

#[test]
fn messages_are_those_of_the_snapshots() {
    let mut wrong = Vec::new();
    for path in cases() {
        let source = fs::read_to_string(&path).unwrap();
        let snapshot = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let Some(given) = given(&source) else {
            continue;
        };
        let expected = expected(&snapshot);
        if given != expected {
            wrong.push(format!(
                "{}\n  given {given:#?}\n  expected {expected:#?}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
