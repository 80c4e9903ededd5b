//! The derive in crates of every edition: sound types compile, broken types have the messages of the derive, and `cargo fix --edition`
//! moves a crate to the next edition.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The editions, in order.
const EDITIONS: [&str; 4] = ["2015", "2018", "2021", "2024"];

/// A type that is sound in the edition.
fn sound(edition: &str) -> String {
    let (own, object) = match edition {
        "2015" => ("::own::Cause", "Error + Send + Sync"),
        "2018" => ("crate::own::Cause", "Error + Send + Sync"),
        _ => ("crate::own::Cause", "dyn Error + Send + Sync"),
    };
    // A keyword of edition 2024.
    let name = if edition == "2024" { "r#gen" } else { "gen" };
    format!(
        r#"#![allow(non_camel_case_types)]

extern crate kate_errors;

use std::error::Error;

use kate_errors::KateError;

mod own {{
    #[derive(Debug)]
    pub struct Cause;

    impl ::std::fmt::Display for Cause {{
        fn fmt(&self, f: &mut ::std::fmt::Formatter) -> ::std::fmt::Result {{
            f.write_str("own")
        }}
    }}

    impl ::std::error::Error for Cause {{}}
}}

#[derive(Debug, KateError)]
#[status(500)]
enum Failure {{
    #[detail("Own")]
    Own(#[from] {own}),
    #[detail("Boxed")]
    Boxed(#[from] Box<{object}>),
    #[detail("Kind {{gen}} of {{0}}", .gen + 1)]
    #[kate(emit_only)]
    Kind {{ {name}: u8 }},
    #[kate(other)]
    Other {{
        status: kate_errors::http::StatusCode,
        detail: String,
    }},
}}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[detail("No generation {{0}}")]
struct {name}<T>(T);

fn main() {{
    let failure = Failure::from(own::Cause);
    assert_eq!(failure.detail(), "Own");
    assert_eq!(failure.source().unwrap().to_string(), "own");
    assert_eq!(Failure::Kind {{ {name}: 1 }}.to_string(), "Kind 1 of 2");
    assert_eq!("No generation 7".parse(), Ok({name}(7u8)));
}}
"#
    )
}

/// A type with one mistake of each stage.
const BROKEN: &str = r#"
extern crate kate_errors;

use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {idd} not found")]
    NotFound { id: u8 },
    #[status(1)]
    #[detail("Gone")]
    Gone,
    #[status(409)]
    #[detail("Busy")]
    #[kate(lossi)]
    Busy,
}

fn main() {}
"#;

const MESSAGES: [&str; 3] = [
    "`NotFound` has no field `idd`: did you mean `id`?",
    "`1` is no error status",
    "`#[kate]` has no word `lossi`: did you mean `lossy`?",
];

/// Makes a package, or makes it anew.
fn package(name: &str, edition: &str, source: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("editions")
        .join(name);
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(root.join("src")).expect("the folder can be made");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n[workspace]\n\n\
         [dependencies]\nkate-errors = {{ path = '{}' }}\n",
        own.join("../../kate-errors").display()
    );
    fs::write(root.join("Cargo.toml"), manifest).expect("the manifest can be written");
    fs::write(root.join("src/main.rs"), source).expect("the source can be written");
    fs::copy(own.join("../../Cargo.lock"), root.join("Cargo.lock"))
        .expect("the lock file can be copied");
    root
}

fn cargo(root: &Path, arguments: &[&str]) -> Output {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Command::new(cargo)
        .args(arguments)
        .args(["--offline", "--quiet"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.with_file_name("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs")
}

#[track_caller]
fn succeeds(root: &Path, arguments: &[&str]) -> String {
    let output = cargo(root, arguments);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{}: {errors}", root.display());
    errors
}

#[test]
fn a_sound_type_compiles_in_every_edition() {
    for edition in EDITIONS {
        let root = package(&format!("sound-{edition}"), edition, &sound(edition));
        succeeds(&root, &["run"]);
    }
}

#[test]
fn a_broken_type_has_the_messages_of_the_derive_in_every_edition() {
    for edition in EDITIONS {
        let root = package(&format!("broken-{edition}"), edition, BROKEN);
        let output = cargo(&root, &["check"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{edition}");
        for message in MESSAGES {
            assert!(errors.contains(message), "{edition}: {errors}");
        }
        let count =
            errors.matches("\nerror: ").count() + usize::from(errors.starts_with("error: "));
        // The last one is that of cargo.
        assert_eq!(count, MESSAGES.len() + 1, "{edition}: {errors}");
    }
}

#[test]
fn cargo_fix_moves_a_type_to_the_next_edition() {
    for pair in EDITIONS.windows(2) {
        let root = package(&format!("fixed-{}", pair[0]), pair[0], &sound(pair[0]));
        let warnings = succeeds(&root, &["fix", "--edition", "--allow-no-vcs"]);
        assert!(
            !warnings.contains("failed to automatically apply"),
            "{warnings}"
        );
        let manifest = root.join("Cargo.toml");
        let moved = fs::read_to_string(&manifest).expect("the manifest can be read");
        let moved = moved.replace(pair[0], pair[1]);
        fs::write(manifest, moved).expect("the manifest can be written");
        succeeds(&root, &["run"]);
    }
}
