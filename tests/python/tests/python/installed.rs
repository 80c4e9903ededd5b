//! A Python with the packages of `requirements.txt`, made once below the target directory.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// This folder contains the virtual environment, a list of its packages, and logs.
const ROOT: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/python");
const APPS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/apps");

static PYTHON: LazyLock<Result<Option<PathBuf>, String>> = LazyLock::new(install);

/// A command that runs a script of `apps`. `None` where there is no Python, which is printed.
pub(crate) fn script(name: &str) -> Option<Command> {
    let python = PYTHON.as_ref().unwrap_or_else(|error| panic!("{error}"));
    let Some(python) = python else {
        report("skipped: no Python");
        return None;
    };
    let mut command = Command::new(python);
    command
        .arg(Path::new(APPS).join(name))
        .env_remove("PYTHONPATH")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    Some(command)
}

/// Prints a line whether the test passes or fails: the test harness captures `println!`, but not this.
pub(crate) fn report(line: &str) {
    _ = io::stderr().write_all(format!("{line}\n").as_bytes());
}

/// The log file of a server.
pub(crate) fn log(name: &str) -> PathBuf {
    Path::new(ROOT).join(name).with_extension("log")
}

fn install() -> Result<Option<PathBuf>, String> {
    let Some(version) = python_with_venv() else {
        return Ok(None);
    };
    fs::create_dir_all(ROOT).map_err(|error| error.to_string())?;
    // Several processes may run these tests.
    let lock = File::create(Path::new(ROOT).join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;

    let (venv, made_of) = (
        Path::new(ROOT).join("venv"),
        Path::new(ROOT).join("made-of"),
    );
    let python = venv.join("bin/python");
    let requirements = Path::new(APPS).join("requirements.txt");
    let wanted = version + &fs::read_to_string(&requirements).map_err(|error| error.to_string())?;
    if fs::read_to_string(&made_of).is_ok_and(|made_of| made_of == wanted) && python.exists() {
        return Ok(Some(python));
    }
    // An environment that is not complete is not used.
    _ = fs::remove_file(&made_of);
    run(Command::new("python3")
        .args(["-m", "venv", "--clear"])
        .arg(&venv))?;
    run(Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-input",
            "--retries",
            "2",
        ])
        .arg("-r")
        .arg(&requirements))?;
    fs::write(&made_of, wanted).map_err(|error| error.to_string())?;
    Ok(Some(python))
}

/// Which Python there is, if it can make virtual environments with pip in them.
fn python_with_venv() -> Option<String> {
    let output = Command::new("python3")
        .args(["-c", "import ensurepip, sys, venv; print(sys.version)"])
        .output()
        .ok()?;
    output.status.success().then(|| text(&output.stdout))
}

fn run(command: &mut Command) -> Result<Output, String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("{command:?} failed:\n{}", text(&output.stderr)))
}

/// What a command prints. Panics where it fails.
pub(crate) fn printed(command: &mut Command) -> String {
    let output = run(command).unwrap_or_else(|error| panic!("{error}"));
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
