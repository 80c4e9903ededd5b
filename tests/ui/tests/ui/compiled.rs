//! What the compiler says of the cases: one package in the target directory has each as a binary.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use crate::cases::Case;
use crate::messages::{self, Message};

/// The messages of this crate in each case that does not compile, by the names of the cases.
pub(crate) fn messages(cases: &[Case]) -> BTreeMap<String, BTreeSet<Message>> {
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for line in check(cases).lines() {
        let Ok(line) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        if line["reason"] != "compiler-message" {
            continue;
        }
        let is_target = |case: &&Case| line["target"]["name"] == *target(case);
        let Some(case) = cases.iter().find(is_target) else {
            continue;
        };
        if let Some(message) = messages::of_json(&line["message"], &case.path()) {
            found.entry(case.name.clone()).or_default().push(message);
        }
    }
    let found = found.into_iter();
    found
        .map(|(name, all)| (name, messages::own(all)))
        .collect()
}

fn target(case: &Case) -> String {
    case.name.replace('/', "_")
}

/// The compiler's messages as JSON, a line for each.
fn check(cases: &[Case]) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-cases");
    fs::create_dir_all(&root).expect("the folder can be made");
    fs::write(root.join("Cargo.toml"), manifest(cases)).expect("the manifest can be written");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The workspace's versions of all dependencies.
    fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock"))
        .expect("the lock file can be copied");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "check",
            "--bins",
            "--keep-going",
            "--message-format=json",
            "--quiet",
            "--offline",
        ])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .output()
        .expect("cargo runs");
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        messages.contains("compiler-message"),
        "cargo checks no case: {errors}"
    );
    messages
}

/// The same dependencies as in this package's own manifest: trybuild gives those to the cases.
fn manifest(cases: &[Case]) -> String {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut manifest = format!(
        "[package]\nname = \"ui-cases\"\nversion = \"0.0.0\"\nedition = \"2024\"\nautobins = false\n\n\
         [workspace]\n\n\
         [dependencies]\naxum-core = \"0.5\"\nhttp = \"1\"\nthiserror = \"2\"\n\
         kate-errors = {{ path = '{}', features = [\"axum\"] }}\nui-tests = {{ path = '{}' }}\n",
        own.join("../../kate-errors").display(),
        own.display()
    );
    for case in cases {
        let _ = write!(
            manifest,
            "\n[[bin]]\nname = \"{}\"\npath = '{}'\n",
            target(case),
            own.join(case.path()).display()
        );
    }
    manifest
}
