//! Compares the enums that the compiler refuses with the ambiguous ones.

use std::fmt::Write as _;
use std::io;

use crate::Disagreement;
use crate::ambiguity::{FormEntry, ambiguity, confirms, entries};
use crate::compile::{Crate, Message};
use crate::model::Module;

/// The result of a batch.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    pub(crate) ambiguous: usize,
    pub(crate) refused: usize,
    pub(crate) disagreements: Vec<Disagreement>,
    /// The modules that compile.
    pub(crate) compiled: Vec<Module>,
    /// Those that are ambiguous and compile nevertheless.
    pub(crate) missed: Vec<Module>,
}

/// Compiles the modules until none is refused. An error in one enum can hide errors in others.
pub(crate) fn check(tested: &Crate, mut modules: Vec<Module>) -> io::Result<Checked> {
    let mut checked = Checked::default();
    loop {
        let (source, starts) = source(&modules, |_| String::new());
        tested.write("lib.rs", &source)?;
        let messages = tested.check()?;
        let mut refused = vec![false; modules.len()];
        for message in messages.iter().filter(|message| !message.lines.is_empty()) {
            let own = |line: &usize| starts.iter().rposition(|(_, _, start)| start <= line);
            let Some(at) = message.lines.iter().find_map(own) else {
                return Err(io::Error::other(message.text.clone()));
            };
            let (module, one, _) = starts[at];
            refused[module] |= message.level == "error";
            let module = &modules[module];
            if let Some(why) = wrong(message, &entries(module, &module.enums[one])) {
                checked.disagreements.push(Disagreement::of(module, &why));
            }
        }
        let mut refused_now = refused.iter().copied();
        let mut left = Vec::new();
        for module in modules {
            if refused_now.next() == Some(true) {
                checked.refused += 1;
                checked.ambiguous += usize::from(why_ambiguous(&module).is_some());
            } else {
                left.push(module);
            }
        }
        modules = left;
        if !refused.contains(&true) {
            break;
        }
    }
    for module in modules {
        if let Some(why) = why_ambiguous(&module) {
            checked.ambiguous += 1;
            let why = format!("compiles, but {why}");
            checked.disagreements.push(Disagreement::of(&module, &why));
            checked.missed.push(module);
        } else {
            checked.compiled.push(module);
        }
    }
    Ok(checked)
}

fn why_ambiguous(module: &Module) -> Option<String> {
    let mut enums = module.enums.iter();
    enums.find_map(|one| ambiguity(&entries(module, one)))
}

/// What is wrong with a message. It must be an error with a valid witness.
fn wrong(message: &Message, entries: &[FormEntry]) -> Option<String> {
    let text = &message.text;
    if message.level != "error" {
        return Some(format!("the compiler warns: {text}"));
    }
    let Some(witnesses) = witnesses(text) else {
        return Some(format!("refused for another reason: {text}"));
    };
    let confirmed = witnesses
        .iter()
        .any(|witness| confirms(entries, text, witness));
    (!confirmed).then(|| format!("refused with a wrong witness: {text}"))
}

/// The witness in a message, as it is printed and with the escapes of Rust resolved.
fn witnesses(message: &str) -> Option<Vec<String>> {
    let ends = [
        "\" has two readings by this text",
        "\" is also what ",
        "\" under status ",
    ];
    let end = ends.iter().find_map(|end| message.rfind(end))?;
    let printed = &message[message[..end].find('"')? + 1..end];
    Some(
        [Some(printed.to_owned()), unescaped(printed)]
            .into_iter()
            .flatten()
            .collect(),
    )
}

fn unescaped(text: &str) -> Option<String> {
    let mut all = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        all.push(match (c, c == '\\') {
            (_, false) => c,
            _ => match rest.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                'u' => {
                    let code: String = rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                    char::from_u32(u32::from_str_radix(&code, 16).ok()?)?
                }
                other => other,
            },
        });
    }
    Some(all)
}

/// The source code of modules; and for each enum the index of its module, its own index, and its first line.
pub(crate) fn source(
    modules: &[Module],
    more: impl Fn(&Module) -> String,
) -> (String, Vec<(usize, usize, usize)>) {
    let mut all =
        String::from("#![allow(dead_code, non_snake_case, unused_imports, unused_variables)]\n");
    all.push_str("pub mod types {\n");
    all.push_str(include_str!("generated/types.txt"));
    all.push_str("}\n");
    let mut starts = Vec::new();
    for (index, module) in modules.iter().enumerate() {
        let _ = write!(
            all,
            "pub mod {} {{\n    use crate::types::*;\n",
            module.name
        );
        for (one, made) in module.enums.iter().enumerate() {
            starts.push((index, one, all.lines().count() + 1));
            all.push_str(&module.source_of(made));
        }
        all.push_str(&more(module));
        all.push_str("}\n");
    }
    (all, starts)
}
