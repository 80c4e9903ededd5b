//! Arguments that are expressions of all kinds. In them `.name` is a field only where an expression begins.

use std::fmt::Display;

use kate_errors::KateError;

trait Unit<T>: Display {
    type Output;
}

impl Unit<u8> for i32 {
    type Output = u8;
}

#[derive(Debug, KateError)]
#[status(500)]
#[kate(emit_only)]
#[expect(non_snake_case, reason = "a case is about the name")]
enum Expressions {
    #[detail("{} {}", None::<i32>.is_some(), .0.len())]
    Turbofish(&'static str),
    #[detail("{}", Vec::<Vec<u8>>::with_capacity(2).len() + .items.len())]
    Nested { items: Vec<u8> },
    #[detail("{}", <u8 as Default>::default().max(*.0))]
    Qualified(u8),
    #[detail("{Output} {unit}", unit = &5 as &dyn Unit<u8, Output = u8>)]
    AssociatedType { Output: u8 },
    #[detail("{} {} {}", .a < .b, .a >= .b, *.a as u16 <= 3)]
    Comparison { a: u8, b: u8 },
    #[detail("{:?} {:?}", (.a)..=(.b), *.a.. *.b)]
    Ranges { a: u8, b: u8 },
    #[detail("{}", .0.iter().map(|x: &u8| -> u8 { *x + 1 }).sum::<u8>().pow(2))]
    Closure(Vec<u8>),
    #[detail("{}", { let list: Vec<u8> = Vec::with_capacity(*.0); list.len().max(*.0) })]
    Block(usize),
    #[detail("{x} {}", if *.0 > 1 && !matches!(.1, Some(1 | 2)) { "many" } else { "few" }, x = *.0 as f32 / 2.0)]
    Branches(u8, Option<u8>),
    #[detail("{}", match .0 { Some(_) if *.1 => "on", Some(_) | None => "off" })]
    Match(Option<u8>, bool),
    #[detail("{}", (move || .0 << 1 | 1)())]
    Shift(u8),
}

#[test]
fn expressions_of_all_kinds_are_arguments() {
    for (error, detail) in [
        (Expressions::Turbofish("abc"), "false 3"),
        (Expressions::Nested { items: vec![1] }, "1"),
        (Expressions::Qualified(7), "7"),
        (Expressions::AssociatedType { Output: 1 }, "1 5"),
        (Expressions::Comparison { a: 1, b: 2 }, "true false true"),
        (Expressions::Ranges { a: 1, b: 2 }, "1..=2 1..2"),
        (Expressions::Closure(vec![1, 2]), "25"),
        (Expressions::Block(3), "3"),
        (Expressions::Branches(3, None), "1.5 many"),
        (Expressions::Match(Some(1), true), "on"),
        (Expressions::Shift(2), "5"),
    ] {
        assert_eq!(error.to_string(), detail);
    }
}
