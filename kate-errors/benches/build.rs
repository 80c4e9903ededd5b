//! Generates each set of errors as a type of each peer.

#![allow(unreachable_pub, reason = "the library has these modules too")]

#[path = "src/describe.rs"]
mod describe;
#[path = "src/generate.rs"]
mod generate;

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/describe.rs");
    println!("cargo::rerun-if-changed=src/generate.rs");
    let folder = env::var("OUT_DIR").expect("cargo says where to write");
    let write = |name: &str, source: String| {
        fs::write(Path::new(&folder).join(name), source).expect("the folder can be written");
    };
    let kate = describe::kate();
    let emitting = [
        generate::set(&kate),
        generate::thiserror("Thiserror", &kate),
        generate::hand_emit(&kate),
    ];
    write("kate.rs", emitting.concat());
    for (name, errors) in [
        ("ten.rs", describe::synthetic(10)),
        ("hundred.rs", describe::synthetic(100)),
        ("thousand.rs", describe::synthetic(1_000)),
        ("one_length.rs", describe::one_length()),
    ] {
        write(name, generate::set(&errors));
    }
}
