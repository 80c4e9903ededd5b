//! Tests that values of the enums that compile come back from their responses, and that details decode to the expected variant.

use std::fmt::Write as _;
use std::io;

use crate::Disagreement;
use crate::ambiguity::{FormEntry, entries};
use crate::compile::Crate;
use crate::language::Type;
use crate::model::{Enum, Field, Form, Module, Piece, Role, Variant, written};
use crate::random::Random;
use crate::readings::{Part, readings};
use crate::refusals::source;

/// The number of values and of details for each enum.
const VALUES: usize = 60;
const DETAILS: usize = 30;

pub(crate) fn check(
    tested: &Crate,
    modules: &[Module],
    seed: u64,
) -> io::Result<Vec<Disagreement>> {
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
    tested.write("main.rs", &all)?;
    let printed = tested.run()?;
    let mut wrong = Vec::<Disagreement>::new();
    for (name, why) in printed.lines().filter_map(|line| line.split_once('\t')) {
        let module = modules.iter().find(|module| module.name == name);
        wrong.extend(module.map(|module| Disagreement::of(module, why)));
    }
    Ok(wrong)
}

/// The function that makes a value that must come back, if the enum has one.
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

/// The fields of a value that is written in this form, and that has no other fields.
fn value(form: &Form, fields: &[Field], named: bool) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let values = fields.iter().enumerate().map(|(index, field)| {
        let drawn = match field.ty {
            Type::Ab => "r.of(\"ab\")",
            Type::OnOff => "[\"on\", \"off\", \"a\"][r.below(3)].to_owned()",
            Type::Short => "[\"a\", \"ab\", \"bb\"][r.below(3)].to_owned()",
            _ => "Draw::draw(r)",
        };
        let value = match (field.optional, form.fields().any(|field| field == index)) {
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

/// The function that names the variant of a value and the texts of its fields.
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
            Piece::Placeholder(_) => None,
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
        "        for received in {:?} {{",
        details(module, &words, own)
    );
    let _ = write!(
        all,
        "            crate::runtime::is_decoded({name:?}, received, name_{one});\n        }}\n    }}\n"
    );
    all
}

/// Status and detail; if it decodes, the variant with its fields, whether the value prints the detail again, and the status of the value.
type Received = (u16, String, Option<(String, bool, u16)>);

/// Statuses and details, each with what it must decode to.
struct Details(Vec<Received>);

impl std::fmt::Debug for Details {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all = self.0.iter().map(|(status, detail, expected)| {
            let expected = expected
                .as_ref()
                .map(|(name, again, own)| (name.as_str(), *again, *own));
            (*status, detail.as_str(), expected)
        });
        f.debug_list().entries(all).finish()
    }
}

fn details(module: &Module, words: &[String], seed: u64) -> Details {
    let random = &mut Random::new(seed);
    let entries = entries(module, &module.enums[0]);
    let mut all = Vec::new();
    for _ in 0..DETAILS {
        let entry = random.pick(&entries);
        let mut detail = String::new();
        for part in &entry.parts {
            match part {
                Part::Literal(literal) => detail.push_str(literal),
                Part::Field(ty) => detail.push_str(random.pick::<&str>(ty.samples())),
            }
        }
        if random.percent(40) {
            detail = changed(&detail, words, random);
        }
        let status = match entry.accept.first() {
            Some(&accepted) if random.percent(40) => accepted,
            _ => entry.status,
        };
        let expected = read(&entries, status, &detail);
        all.push((status, detail, expected));
    }
    Details(all)
}

/// A detail with one more word, or with one character less.
fn changed(detail: &str, words: &[String], random: &mut Random) -> String {
    let mut all: Vec<_> = detail.chars().map(String::from).collect();
    let at = random.below(all.len() + 1);
    if at < all.len() && random.percent(50) {
        all.remove(at);
    } else {
        all.insert(at, random.pick(words).clone());
    }
    all.concat()
}

/// What a detail decodes to: the first entry with the status that matches, else the first one that accepts it.
fn read(entries: &[FormEntry], status: u16, detail: &str) -> Option<(String, bool, u16)> {
    let own = |entry: &&FormEntry| entry.status == status;
    let accepting = |entry: &&FormEntry| entry.status != status && entry.accept.contains(&status);
    let reads = |entry: &FormEntry| Some((fields(entry, detail)?, entry.written(), entry.status));
    let mut owned = entries.iter().filter(own);
    let mut accepted = entries.iter().filter(accepting);
    owned.find_map(reads).or_else(|| accepted.find_map(reads))
}

/// The variant and the texts of its fields, if the reading with the shortest leftmost field consists of values.
fn fields(entry: &FormEntry, detail: &str) -> Option<String> {
    let readings = readings(&entry.parts, detail, 1);
    let reading = readings.first().filter(|_| entry.parsed)?;
    let types = entry.parts.iter().filter_map(|part| match part {
        Part::Field(ty) => Some(ty),
        Part::Literal(_) => None,
    });
    let mut all = vec![None; entry.fields];
    for ((ty, text), index) in types.zip(reading).zip(&entry.placeholders) {
        all[*index] = Some(*text).filter(|text| ty.prints(text));
        all[*index]?;
    }
    Some(format!("{} {all:?}", entry.full_name()))
}
