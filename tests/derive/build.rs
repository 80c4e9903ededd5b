//! Writes out the enum of `tests/item/thousand_variants.rs`: a thousand variants, every tenth with fields.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut source =
        String::from("#[derive(Debug, PartialEq, KateError)]\n#[status(400)]\nenum Thousand {\n");
    for index in 0..1000 {
        let status = [400, 404, 409, 500][index % 4];
        let (text, fields) = if index % 10 == 9 {
            ("{id} is {state}", "{ id: u64, state: String }")
        } else {
            ("not found", "")
        };
        writeln!(
            source,
            "/// Cause {index}\n#[status({status})] #[detail(\"Thing {index} {text}\")] V{index} {fields},"
        )
        .expect("a string takes all that is written");
    }
    source.push_str("}\n");
    let directory = env::var_os("OUT_DIR").expect("cargo names the directory");
    fs::write(Path::new(&directory).join("thousand.rs"), source)
        .expect("the directory can be written");
}
