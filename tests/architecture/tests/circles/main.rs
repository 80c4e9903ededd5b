//! No two files of a published crate import each other, neither directly nor through other files.

mod modules;
mod scan;

use std::fmt::Write;
use std::path::Path;

use modules::{Imports, Modules};
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

const CRATES: [&str; 3] = ["kate-errors", "kate-errors/core", "kate-errors-derive"];

#[test]
fn no_published_crate_has_one() {
    let mut found = String::new();
    for name in CRATES {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let imports = Modules::read(&root.join(name).join("src")).imports();
        for circle in circles(&imports) {
            writeln!(
                found,
                "{name}/src: {} files import each other",
                circle.len()
            )
            .unwrap();
            found += &ties(&imports, &circle);
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn one_through_three_files_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/circles/example");
    let imports = Modules::read(&folder).imports();
    let circles = circles(&imports);
    assert_eq!(circles, [["first.rs", "inner/second.rs", "third.rs"]]);
    let expected = "  first.rs -> inner/second.rs: Second
  inner/second.rs -> third.rs: THIRD
  third.rs -> first.rs: First, first
";
    assert_eq!(ties(&imports, &circles[0]), expected);
}

/// The sets of files that import each other, each sorted.
fn circles(imports: &Imports) -> Vec<Vec<&str>> {
    let edges = imports
        .keys()
        .map(|(file, from)| (file.as_str(), from.as_str()));
    let mut circles = tarjan_scc(&DiGraphMap::<&str, ()>::from_edges(edges));
    circles.retain(|circle| circle.len() > 1);
    for circle in &mut circles {
        circle.sort_unstable();
    }
    circles
}

/// What ties a circle: the names that a file of it takes from another.
fn ties(imports: &Imports, circle: &[&str]) -> String {
    let mut ties = String::new();
    for ((file, from), names) in imports {
        if circle.contains(&file.as_str()) && circle.contains(&from.as_str()) {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            writeln!(ties, "  {file} -> {from}: {}", names.join(", ")).unwrap();
        }
    }
    ties
}
