//! Values of the enums that compile: they come back from their responses, and what is read says its text again.

use std::fmt::Write as _;
use std::io;

use crate::Disagreement;
use crate::compile::Crate;
use crate::judge::{Row, rows};
use crate::language::Type;
use crate::model::{Enum, Field, Form, Module, Piece, Role, Variant, written};
use crate::naive::{Part, readings};
use crate::random::Random;
use crate::refusals::source;

/// How many values and texts each enum gets.
const VALUES: usize = 60;
const TEXTS: usize = 30;

pub(crate) fn check(place: &Crate, modules: &[Module], seed: u64) -> io::Result<Vec<Disagreement>> {
    let (mut all, _) = source(modules, |module| {
        let enums = module.enums.iter();
        let functions: String = enums
            .map(|one| draw(module, one) + &name(module, one))
            .collect();
        functions + &main_of(module, seed)
    });
    let _ = write!(
        all,
        "mod runtime {{\n{}}}\n",
        include_str!("generated/runtime.txt")
    );
    all.push_str("fn main() {\n");
    for module in modules {
        let _ = writeln!(all, "    {}::check();", module.name);
    }
    all.push_str("}\n");
    place.write("main.rs", &all)?;
    let printed = place.run()?;
    let mut wrong = Vec::<Disagreement>::new();
    for (name, why) in printed.lines().filter_map(|line| line.split_once('\t')) {
        let module = modules.iter().find(|module| module.name == name);
        wrong.extend(module.map(|module| Disagreement::of(module, why)));
    }
    Ok(wrong)
}

/// The function that makes a value within the promise, if there are any.
fn draw(module: &Module, one: &Enum) -> String {
    let mut arms = Vec::new();
    for variant in one.variants.iter().filter(|variant| !variant.lossy) {
        let path = format!("{}::{}", one.name, variant.name);
        match &variant.role {
            Role::Transparent { inner, boxed } => {
                let made = format!("draw_{}(r)?", module.enums[*inner].name);
                let made = if *boxed {
                    format!("Box::new({made})")
                } else {
                    made
                };
                arms.push(format!("{path}({made})"));
            }
            Role::Own {
                emit_only: false,
                fields,
                forms,
                named,
                ..
            } => {
                let forms = forms.iter().enumerate();
                let written = forms.filter(|(at, _)| written(forms_of(variant), fields, *at));
                arms.extend(
                    written.map(|(_, form)| format!("{path}{}", value(form, fields, *named))),
                );
            }
            Role::Own { .. } => {}
        }
    }
    let name = &one.name;
    let mut all = format!(
        "    fn draw_{name}(r: &mut crate::runtime::Random) -> Option<{name}> {{\n        use crate::runtime::Draw;\n"
    );
    if arms.is_empty() {
        return all + "        None\n    }\n";
    }
    let _ = writeln!(all, "        Some(match r.below({}) {{", arms.len());
    for (index, arm) in arms.iter().enumerate() {
        let last = index + 1 == arms.len();
        let pattern = if last {
            "_".to_owned()
        } else {
            index.to_string()
        };
        let _ = writeln!(all, "            {pattern} => {arm},");
    }
    all + "        })\n    }\n"
}

fn forms_of(variant: &Variant) -> &[Form] {
    match &variant.role {
        Role::Own { forms, .. } => forms,
        Role::Transparent { .. } => &[],
    }
}

/// The fields of a value that is written in this form, which carries all that it has.
fn value(form: &Form, fields: &[Field], named: bool) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let values = fields.iter().enumerate().map(|(index, field)| {
        let drawn = match field.ty {
            Type::Ab => "r.of(\"ab\")",
            _ => "Draw::draw(r)",
        };
        let value = match (field.optional, form.fields().any(|shown| shown == index)) {
            (false, _) => drawn.to_owned(),
            (true, true) => format!("Some({drawn})"),
            (true, false) => "None".to_owned(),
        };
        if named {
            format!("f{index}: {value}")
        } else {
            value
        }
    });
    let values: Vec<_> = values.collect();
    if named {
        format!(" {{ {} }}", values.join(", "))
    } else {
        format!("({})", values.join(", "))
    }
}

/// The function that tells a value's variant and its fields' texts.
fn name(module: &Module, one: &Enum) -> String {
    let enum_name = &one.name;
    let mut all = format!(
        "    fn name_{enum_name}(value: &{enum_name}) -> String {{\n        match value {{\n"
    );
    for variant in &one.variants {
        let own = &variant.name;
        let arm = match &variant.role {
            Role::Own { fields, named, .. } => {
                let names: Vec<_> = (0..fields.len()).map(|index| format!("f{index}")).collect();
                let names = names.join(", ");
                let pattern = match (fields.is_empty(), named) {
                    (true, _) => String::new(),
                    (false, true) => format!(" {{ {names} }}"),
                    (false, false) => format!("({names})"),
                };
                let texts = fields.iter().enumerate().map(|(index, field)| {
                    if field.optional {
                        format!("f{index}.as_ref().map(ToString::to_string)")
                    } else {
                        format!("Some(f{index}.to_string())")
                    }
                });
                let texts: Vec<_> = texts.collect();
                let count = fields.len();
                let texts = texts.join(", ");
                format!(
                    "{own}{pattern} => {{ let all: [Option<String>; {count}] = [{texts}]; format!(\"{own} {{all:?}}\") }}"
                )
            }
            Role::Transparent { inner, .. } => {
                let inner = &module.enums[*inner].name;
                format!("{own}(inner) => format!(\"{own}.{{}}\", name_{inner}(inner)),")
            }
        };
        let _ = writeln!(all, "            {enum_name}::{arm}");
    }
    all + "        }\n    }\n"
}

fn main_of(module: &Module, seed: u64) -> String {
    let mut words = vec!["a".to_owned(), "é".to_owned(), "1".to_owned()];
    for form in module
        .enums
        .iter()
        .flat_map(|one| &one.variants)
        .flat_map(forms_of)
    {
        words.extend(form.pieces.iter().filter_map(|piece| match piece {
            Piece::Literal(text) => Some(text.clone()),
            Piece::Field(_) => None,
        }));
    }
    let own = module.name.bytes().fold(seed, |all, byte| {
        all.wrapping_mul(31).wrapping_add(byte.into())
    });
    let (name, one) = (&module.name, &module.enums[0].name);
    let mut all = format!(
        "    pub fn check() {{\n        let mut random = crate::runtime::Random({own}, &{words:?});\n"
    );
    let _ = write!(
        all,
        "        for _ in 0..{VALUES} {{\n            if let Some(value) = draw_{one}(&mut random) {{\n                crate::runtime::comes_back({name:?}, value);\n            }}\n        }}\n"
    );
    let _ = writeln!(
        all,
        "        for asked in {:?} {{",
        texts(module, &words, own)
    );
    let _ = write!(
        all,
        "            crate::runtime::is_read({name:?}, asked, name_{one});\n        }}\n    }}\n"
    );
    all
}

type Asked = (u16, String, Option<(String, bool, u16)>);

/// Statuses and texts; as what they should be read, whether that says them again, and with which status.
struct Texts(Vec<Asked>);

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all = self.0.iter().map(|(status, text, expected)| {
            let expected = expected
                .as_ref()
                .map(|(name, again, own)| (name.as_str(), *again, *own));
            (*status, text.as_str(), expected)
        });
        f.debug_list().entries(all).finish()
    }
}

fn texts(module: &Module, words: &[String], seed: u64) -> Texts {
    let random = &mut Random::new(seed);
    let rows = rows(module, &module.enums[0]);
    let mut all = Vec::new();
    for _ in 0..TEXTS {
        let row = random.pick(&rows);
        let mut text = String::new();
        for part in &row.parts {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Field(ty) => text.push_str(random.pick::<&str>(ty.samples())),
            }
        }
        if random.percent(40) {
            text = changed(&text, words, random);
        }
        let status = match row.accept.first() {
            Some(&accepted) if random.percent(40) => accepted,
            _ => row.status,
        };
        let expected = read(&rows, status, &text);
        all.push((status, text, expected));
    }
    Texts(all)
}

/// With a word more, or a character less.
fn changed(text: &str, words: &[String], random: &mut Random) -> String {
    let mut all: Vec<_> = text.chars().map(String::from).collect();
    let at = random.below(all.len() + 1);
    if at < all.len() && random.percent(50) {
        all.remove(at);
    } else {
        all.insert(at, random.pick(words).clone());
    }
    all.concat()
}

/// As what a text is read: among those of the status, then among those that accept it, the first.
fn read(rows: &[Row], status: u16, text: &str) -> Option<(String, bool, u16)> {
    let own = |row: &&Row| row.status == status;
    let accepting = |row: &&Row| row.status != status && row.accept.contains(&status);
    let reads = |row: &Row| Some((fields(row, text)?, row.written(), row.status));
    let mut owned = rows.iter().filter(own);
    let mut accepted = rows.iter().filter(accepting);
    owned.find_map(reads).or_else(|| accepted.find_map(reads))
}

/// The variant and the texts of its fields, if the shortest leftmost reading makes values.
fn fields(row: &Row, text: &str) -> Option<String> {
    let readings = readings(&row.parts, text, 1);
    let reading = readings.first().filter(|_| row.parsed)?;
    let types = row.parts.iter().filter_map(|part| match part {
        Part::Field(ty) => Some(ty),
        Part::Literal(_) => None,
    });
    let mut all = vec![None; row.fields];
    for ((ty, text), index) in types.zip(reading).zip(&row.shown) {
        all[*index] = Some(*text).filter(|text| ty.prints(text));
        all[*index]?;
    }
    Some(format!("{} {all:?}", row.full_name()))
}
