//! The cases in `cases`, with their snapshots.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::messages::{self, Message};

pub(crate) struct Case {
    /// The topic and the name: `status/missing`.
    pub(crate) name: String,
    /// What the snapshot holds.
    pub(crate) messages: Vec<Message>,
}

impl Case {
    /// The source file, from this package's folder.
    pub(crate) fn path(&self) -> String {
        format!("cases/{}.rs", self.name)
    }

    pub(crate) fn own_messages(&self) -> BTreeSet<Message> {
        messages::own(self.messages.clone())
    }
}

/// All cases, in the order of their names.
pub(crate) fn all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut sources: Vec<_> = entries(&root)
        .iter()
        .flat_map(|topic| entries(topic))
        .collect();
    sources.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    sources.sort();
    sources
        .into_iter()
        .map(|source| case(&root, &source))
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    entries
        .map(|entry| entry.expect("the entry can be read").path())
        .collect()
}

fn case(root: &Path, source: &Path) -> Case {
    let name = source
        .strip_prefix(root)
        .expect("the case is in the folder");
    let name = name.with_extension("").display().to_string();
    // A new case has no snapshot until trybuild writes it.
    let snapshot = fs::read_to_string(source.with_extension("stderr")).unwrap_or_default();
    Case {
        name,
        messages: messages::of_snapshot(&snapshot),
    }
}
