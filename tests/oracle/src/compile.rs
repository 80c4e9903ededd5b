//! Writes a crate of random enums, and reads the messages of the compiler.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use serde_json::Value;

/// An error or a warning of the compiler.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) level: String,
    pub(crate) text: String,
    /// The lines that it points to, those of primary spans first.
    pub(crate) lines: Vec<usize>,
}

/// The environment variable with the workspace that is tested, if that is not this one.
const TESTED: &str = "ORACLE_WORKSPACE";

/// A crate in the target directory.
#[derive(Debug)]
pub(crate) struct Crate {
    root: PathBuf,
    target: PathBuf,
}

impl Crate {
    pub(crate) fn new(name: &str) -> io::Result<Self> {
        let all = target_directory().join("oracle");
        let root = all.join(name);
        fs::create_dir_all(root.join("src"))?;
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        // The versions of the workspace are those that are available offline.
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock"))?;
        let tested = env::var_os(TESTED).map_or_else(|| workspace.clone(), PathBuf::from);
        let facade = tested.join("kate-errors").canonicalize()?;
        let mut manifest = String::from(
            "[package]\nname = \"oracle\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n",
        );
        let _ = write!(
            manifest,
            "[dependencies]\nkate-errors.path = '{}'\nbytes = \"1\"\nhttp = \"1\"\n\n[profile.dev]\ndebug = false\n",
            facade.display()
        );
        fs::write(root.join("Cargo.toml"), manifest)?;
        Ok(Self {
            root,
            target: all.join("target"),
        })
    }

    /// Writes the only source file.
    pub(crate) fn write(&self, file: &str, source: &str) -> io::Result<()> {
        for other in ["lib.rs", "main.rs"] {
            let path = self.root.join("src").join(other);
            if other != file && path.exists() {
                fs::remove_file(path)?;
            }
        }
        fs::write(self.root.join("src").join(file), source)
    }

    fn cargo(&self, arguments: &[&str]) -> io::Result<Output> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Command::new(cargo)
            .args(arguments)
            .args(["--offline", "--quiet", "-j1"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .output()
    }

    /// Checks the crate.
    pub(crate) fn check(&self) -> io::Result<Vec<Message>> {
        let output = self.cargo(&["check", "--message-format=json"])?;
        let mut messages = Vec::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let Ok(value) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let ours = value["reason"] == "compiler-message" && value["target"]["name"] == "oracle";
            messages.extend(ours.then(|| message(&value["message"])));
        }
        if !output.status.success() && messages.is_empty() {
            return Err(failure(&output));
        }
        Ok(messages)
    }

    /// Builds the whole crate. Returns the time.
    pub(crate) fn build(&self) -> io::Result<Duration> {
        let start = Instant::now();
        let output = self.cargo(&["build", "--config", "build.incremental=false"])?;
        let time = start.elapsed();
        if output.status.success() {
            Ok(time)
        } else {
            Err(failure(&output))
        }
    }

    /// Builds and runs the crate. Returns what it prints.
    pub(crate) fn run(&self) -> io::Result<String> {
        let output = self.cargo(&["run"])?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(failure(&output))
        }
    }
}

fn failure(output: &Output) -> io::Error {
    io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned())
}

fn message(value: &Value) -> Message {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines = Vec::new();
    for main in [true, false] {
        // The message of a long evaluation points into the standard library, and one of its notes into the crate.
        let notes = value["children"].as_array().into_iter().flatten();
        for part in [value].into_iter().chain(notes) {
            for span in part["spans"].as_array().into_iter().flatten() {
                if span["is_primary"] == main {
                    add_lines(span, &mut lines);
                }
            }
        }
    }
    Message {
        level: text(&value["level"]),
        text: text(&value["message"]),
        lines,
    }
}

fn add_lines(span: &Value, lines: &mut Vec<usize>) {
    let own = span["file_name"]
        .as_str()
        .is_some_and(|file| file.starts_with("src/"));
    if let Some(line) = span["line_start"].as_u64().filter(|_| own) {
        lines.extend(usize::try_from(line));
    }
    if span["expansion"].is_object() {
        add_lines(&span["expansion"]["span"], lines);
    }
}

/// The target directory of this program.
fn target_directory() -> PathBuf {
    let tagged = |path: &&Path| path.join("CACHEDIR.TAG").exists();
    let own = env::current_exe().unwrap_or_default();
    let fallback = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    own.ancestors()
        .find(tagged)
        .map_or(fallback, Path::to_path_buf)
}
