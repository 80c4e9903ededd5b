//! Random modules whose forms are often ambiguous.

use crate::language::Type;
use crate::model::{Enum, Field, Form, Module, Piece, Role, Variant};
use crate::random::Random;

const FRAGMENTS: [&str; 28] = [
    "a", "b", "ab", " ", ": ", "1", "0", "25", "5", "-", "-1", ".", "0.", "true", "tr", "e", "é",
    "日", "{", "}", "\"", "\\", "\n", "A", "Z", "nf", "N", "x",
];

/// What the templates of one module are made of.
struct Pool {
    fragments: Vec<&'static str>,
    types: Vec<Type>,
    statuses: Vec<u16>,
    prefix: &'static str,
}

pub(crate) fn module(name: String, random: &mut Random) -> Module {
    let fragments = (0..2 + random.below(4))
        .map(|_| *random.pick(&FRAGMENTS))
        .collect();
    let types = (0..=random.below(4))
        .map(|_| *random.pick(&Type::ALL))
        .collect();
    let statuses: &[&[u16]] = &[&[400], &[400], &[404], &[400, 409], &[400, 404, 422]];
    let statuses = random.pick(statuses).to_vec();
    let prefix = if random.percent(50) {
        *random.pick(&FRAGMENTS)
    } else {
        ""
    };
    let pool = Pool {
        fragments,
        types,
        statuses,
        prefix,
    };
    let mut module = Module {
        name,
        enums: Vec::new(),
    };
    let depth = [0, 0, 0, 1, 1, 2][random.below(6)];
    add_enum(&mut module, &pool, depth, random);
    module
}

/// Adds an enum with this depth of transparent variants. Returns its index.
fn add_enum(module: &mut Module, pool: &Pool, depth: usize, random: &mut Random) -> usize {
    let index = module.enums.len();
    let letter = char::from(b'A' + u8::try_from(index).unwrap_or_default());
    let name = format!("{letter}Error");
    module.enums.push(Enum {
        name,
        variants: Vec::new(),
    });
    let count = 1 + random.below(if index == 0 { 4 } else { 2 });
    let nested = if depth > 0 {
        random.below(count + 1)
    } else {
        usize::MAX
    };
    let mut variants = Vec::new();
    let mut inners = Vec::new();
    for at in 0..=count {
        let again = !inners.is_empty() && random.percent(20);
        let role = if at == nested || again && at < count {
            let inner = if again && at != nested && random.percent(20) {
                *random.pick(&inners)
            } else {
                add_enum(module, pool, depth - 1, random)
            };
            inners.push(inner);
            Role::Transparent {
                inner,
                boxed: random.percent(30),
            }
        } else if at < count {
            own(pool, random)
        } else {
            continue;
        };
        let emit_only = matches!(
            role,
            Role::Own {
                emit_only: true,
                ..
            }
        );
        variants.push(Variant {
            name: format!("{letter}{at}"),
            lossy: !emit_only && random.percent(20),
            role,
        });
    }
    module.enums[index].variants = variants;
    index
}

fn own(pool: &Pool, random: &mut Random) -> Role {
    let status = *random.pick(&pool.statuses);
    let mut accept = Vec::new();
    for other in [400, 404, 409, 422] {
        if other != status && random.percent(10) {
            accept.push(other);
        }
    }
    let emit_only = random.percent(8);
    let constant = emit_only && random.percent(70);
    let count = if constant {
        0
    } else {
        [0, 1, 1, 2, 2, 3][random.below(6)]
    };
    let mut fields = Vec::new();
    for _ in 0..count {
        fields.push(Field {
            ty: *random.pick(&pool.types),
            optional: !emit_only && random.percent(25),
        });
    }
    let forms = if emit_only {
        vec![form(pool, (0..count).collect(), random)]
    } else {
        forms(pool, &fields, random)
    };
    Role::Own {
        status,
        accept,
        named: random.percent(70),
        fields,
        forms,
        emit_only,
    }
}

/// Every optional field is in some form, every other field in all forms. The last form that is written names no optional field.
fn forms(pool: &Pool, fields: &[Field], random: &mut Random) -> Vec<Form> {
    let optional: Vec<_> = (0..fields.len())
        .filter(|&index| fields[index].optional)
        .collect();
    let mut subsets = Vec::new();
    let mut left = optional.clone();
    while !left.is_empty() {
        let mut subset: Vec<_> = optional
            .iter()
            .copied()
            .filter(|_| random.percent(50))
            .collect();
        if subset.is_empty() {
            subset.push(left[0]);
        }
        left.retain(|index| !subset.contains(index));
        subsets.push(subset);
    }
    subsets.push(Vec::new());
    // A form at any position, which may never be written.
    if random.percent(25) {
        let named_fields = optional.iter().copied();
        let subset = named_fields.filter(|_| random.percent(50)).collect();
        subsets.insert(random.below(subsets.len() + 1), subset);
    }
    let mut forms = Vec::<Form>::new();
    for subset in subsets {
        let named_fields: Vec<_> = (0..fields.len())
            .filter(|index| !fields[*index].optional || subset.contains(index))
            .collect();
        let mut made = form(pool, named_fields.clone(), random);
        while forms.iter().any(|earlier| earlier.pieces == made.pieces) {
            made = form(pool, named_fields.clone(), random);
            made.pieces.push(Piece::Literal(fragment(pool, random)));
            made.pieces = joined(made.pieces);
        }
        forms.push(made);
    }
    forms
}

fn form(pool: &Pool, mut named_fields: Vec<usize>, random: &mut Random) -> Form {
    let mut pieces = Vec::new();
    if random.percent(60) {
        pieces.push(Piece::Literal(pool.prefix.to_owned()));
    }
    if random.percent(50) {
        pieces.push(Piece::Literal(fragment(pool, random)));
    }
    while !named_fields.is_empty() {
        pieces.push(Piece::Placeholder(
            named_fields.swap_remove(random.below(named_fields.len())),
        ));
        let ends = named_fields.is_empty();
        if random.percent(if ends { 45 } else { 85 }) {
            pieces.push(Piece::Literal(fragment(pool, random)));
        }
    }
    let mut pieces = joined(pieces);
    if pieces.is_empty() {
        pieces.push(Piece::Literal(fragment(pool, random)));
    }
    Form {
        pieces,
        escaped: random.percent(50),
    }
}

fn fragment(pool: &Pool, random: &mut Random) -> String {
    let mut all = (*random.pick(&pool.fragments)).to_owned();
    if random.percent(35) {
        all.push_str(pool.fragments[random.below(pool.fragments.len())]);
    }
    all
}

/// Joins adjacent literals.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all = Vec::<Piece>::new();
    for piece in pieces {
        match (all.last_mut(), piece) {
            (_, Piece::Literal(literal)) if literal.is_empty() => {}
            (Some(Piece::Literal(before)), Piece::Literal(literal)) => before.push_str(&literal),
            (_, piece) => all.push(piece),
        }
    }
    all
}
