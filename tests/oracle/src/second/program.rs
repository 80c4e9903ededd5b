//! The program that sends values and reads them, and reads texts.

use std::fmt::Write as _;

use super::model::Group;
use super::source;
use super::value::{Value, expression};

const MAIN: &str = r#"
use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, KateError};

fn decoded<E: Decode + std::fmt::Debug>(status: u16, headers: &HeaderMap, body: &[u8]) -> String {
    match E::decode(StatusCode::from_u16(status).unwrap(), headers, body) {
        Ok(value) => format!("{value:?}"),
        Err(_) => "-".to_owned(),
    }
}

fn value<E: KateError + Decode + std::fmt::Debug>(group: usize, case: usize, value: E) {
    let (status, body) = (value.status().as_u16(), value.body());
    let back = decoded::<E>(status, &value.headers(), &body);
    println!("value\t{group}\t{case}\t{status}\t{:?}\t{back}", value.detail());
}

fn texts<E: Decode + std::fmt::Debug>(group: usize, member: &str, texts: &[(u16, &str)]) {
    for (case, (status, text)) in texts.iter().enumerate() {
        // As this crate writes it, and as another server may.
        let body = if case % 2 == 0 { format!("{{\"{member}\":\"{text}\"}}") } else { format!("{{ \"x\": 1, \"{member}\": \"{text}\" }}") };
        let back = decoded::<E>(*status, &HeaderMap::new(), body.as_bytes());
        println!("text\t{group}\t{case}\t{back}");
    }
}

fn main() {
"#;

/// What is tried of one group.
#[derive(Debug)]
pub(super) struct Cases {
    pub(super) group: Group,
    /// The number of the type, and a value of it.
    pub(super) values: Vec<(usize, Value)>,
    pub(super) texts: Vec<(u16, String)>,
}

pub(super) fn program(all: &[Cases]) -> String {
    let mut program = source::OWN.to_owned();
    let mut main = MAIN.to_owned();
    for (number, cases) in all.iter().enumerate() {
        let group = &cases.group;
        program.push_str(&source::group(group));
        let _ = writeln!(main, "group{number}();");
    }
    main.push_str("}\n");
    for (number, cases) in all.iter().enumerate() {
        let group = &cases.group;
        let _ = writeln!(main, "fn group{number}() {{");
        let name = source::type_of(group, group.types.len() - 1);
        for (case, (one, value)) in cases.values.iter().enumerate() {
            let name = source::type_of(group, *one);
            let expression = expression(group, *one, value);
            let _ = writeln!(main, "value::<{name}>({number}, {case}, {expression});");
        }
        let member = group.member.unwrap_or("detail");
        let _ = writeln!(
            main,
            "texts::<{name}>({number}, {member:?}, &{:?});\n}}",
            cases.texts
        );
    }
    program + &main
}
