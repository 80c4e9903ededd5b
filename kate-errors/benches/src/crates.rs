//! Crates that are generated to measure how they compile.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A crate with one source.
pub(crate) struct Crate {
    pub(crate) name: String,
    /// Names in the repository's `[workspace.dependencies]`.
    pub(crate) dependencies: &'static [&'static str],
    pub(crate) source: String,
}

impl Crate {
    /// The path of the source within the crate.
    fn file(&self) -> &'static str {
        if self.source.contains("fn main()") {
            "src/main.rs"
        } else {
            "src/lib.rs"
        }
    }
}

/// A workspace of such crates in the target directory, with the dependency versions of the repository.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    pub(crate) fn new(crates: &[Crate]) -> Result<Self, String> {
        let program = env::current_exe().map_err(|error| error.to_string())?;
        let target = program
            .ancestors()
            .nth(2)
            .ok_or("the program is in no target directory")?;
        let workspace = Self {
            folder: target.join("compile"),
        };
        let members: Vec<_> = crates
            .iter()
            .map(|made| format!("{:?}", made.name))
            .collect();
        let manifest = read("Cargo.toml")?;
        let versions = manifest
            .split_once("[workspace.dependencies]")
            .ok_or("no versions")?
            .1;
        let versions = versions.split("\n[").next().unwrap_or_default();
        let versions = versions.replace("path = \"", &format!("path = \"{REPOSITORY}/"));
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n[workspace.dependencies]{versions}",
            members.join(", ")
        );
        workspace.write("Cargo.toml", &manifest)?;
        workspace.write("Cargo.lock", &read("Cargo.lock")?)?;
        for made in crates {
            let name = &made.name;
            let dependency = |name: &&str| match *name {
                "serde" => "serde = { workspace = true, features = [\"derive\"] }\n".to_owned(),
                name => format!("{name}.workspace = true\n"),
            };
            let dependencies: String = made.dependencies.iter().map(dependency).collect();
            let manifest = format!(
                "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
            );
            workspace.write(&format!("{name}/Cargo.toml"), &manifest)?;
            workspace.touch(made)?;
        }
        Ok(workspace)
    }

    /// Writes a crate's source again, so that cargo compiles it again.
    pub(crate) fn touch(&self, made: &Crate) -> Result<(), String> {
        self.write(&format!("{}/{}", made.name, made.file()), &made.source)
    }

    fn write(&self, file: &str, text: &str) -> Result<(), String> {
        let file = self.folder.join(file);
        let written = fs::create_dir_all(file.parent().unwrap_or(&self.folder))
            .and_then(|()| fs::write(&file, text));
        written.map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Builds a crate, and returns how long that took.
    pub(crate) fn build(
        &self,
        name: &str,
        target: &str,
        options: &[&str],
    ) -> Result<Duration, String> {
        let mut cargo = Command::new(env::var("CARGO").unwrap_or("cargo".to_owned()));
        cargo
            .args(["build", "--quiet", "--offline", "--package", name])
            .args(options)
            .arg("--target-dir")
            .arg(self.folder.join(target))
            // Each build compiles the whole crate.
            .env("CARGO_INCREMENTAL", "0")
            .current_dir(&self.folder);
        let start = Instant::now();
        match cargo.status() {
            Ok(status) if status.success() => Ok(start.elapsed()),
            Ok(_) => Err(format!("{name} does not build")),
            Err(error) => Err(format!("cargo does not start: {error}")),
        }
    }

    /// The path of a release build.
    pub(crate) fn program(&self, name: &str, target: &str) -> PathBuf {
        self.folder.join(target).join("release").join(name)
    }

    /// Removes all builds.
    pub(crate) fn clean(&self, target: &str) -> Result<(), String> {
        let folder = self.folder.join(target);
        if !folder.exists() {
            return Ok(());
        }
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))
    }
}

fn read(file: &str) -> Result<String, String> {
    let file = Path::new(REPOSITORY).join(file);
    fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))
}
