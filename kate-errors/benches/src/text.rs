//! Reading a value from a text.

use std::hint::black_box;

use kate_errors::Decode;

use crate::Meter;
use crate::peer::{HAND, OURS, OURS_PARSE, PARSE_DISPLAY, REGEX, STRUM};
use crate::sets::{Case, Hundred, Kate, OneLength, Set, Ten, Thousand, cases};

pub(crate) fn measure(meter: &mut impl Meter) {
    constants::<Kate>(meter);
    constants::<Ten>(meter);
    constants::<Hundred>(meter);
    constants::<Thousand>(meter);
    constants::<OneLength>(meter);

    let hits = cases(Thousand::CONSTANTS);
    let misses = changed(&hits, |text| text.len() - 1);
    with_strum::<Thousand>(meter, "text of a constant, wrong at its end", &misses);
    let misses = changed(&hits, |text| text.len() / 2);
    with_strum::<Thousand>(meter, "text of a constant, wrong in its middle", &misses);

    let fields = cases(Kate::TEMPLATES);
    all::<Kate>(meter, "text to two integers, 20 variants", &fields[..1]);
    all::<Kate>(
        meter,
        "text to string and integer, 20 variants",
        &fields[1..2],
    );
    let hits = cases(Thousand::TEMPLATES);
    all::<Thousand>(meter, "text to fields, 1,000 variants", &hits);
    let misses = changed(&hits, |text| text.len() - 1);
    all::<Thousand>(meter, "text with fields, wrong at its end", &misses);
}

fn constants<S: Set>(meter: &mut impl Meter) {
    let row = format!("text to constant, {}", S::NAME);
    with_strum::<S>(meter, &row, &cases(S::CONSTANTS));
}

/// The first two texts with fields, each so often that the loop over them costs nothing.
pub(crate) fn fields_of_kate() -> [Vec<Case>; 2] {
    let cases = cases(Kate::TEMPLATES);
    [0, 1].map(|index| vec![cases[index].clone(); 16])
}

/// The texts, each with another character at one position.
pub(crate) fn changed(cases: &[Case], position: impl Fn(&str) -> usize) -> Vec<Case> {
    let change = |(status, text): &Case| {
        let (before, after) = text.split_at(position(text));
        (*status, format!("{before}~{}", &after[1..]))
    };
    cases.iter().map(change).collect()
}

fn with_strum<S: Set>(meter: &mut impl Meter, row: &str, cases: &[Case]) {
    all::<S>(meter, row, cases);
    each(meter, row, STRUM, cases, |(_, text)| {
        text.parse::<S::Strum>()
    });
}

fn all<S: Set>(meter: &mut impl Meter, row: &str, cases: &[Case]) {
    each(meter, row, OURS, cases, |(status, text)| {
        S::Ours::from_detail(Some(*status), text)
    });
    each(meter, row, OURS_PARSE, cases, |(_, text)| {
        text.parse::<S::Ours>()
    });
    each(meter, row, HAND, cases, |(status, text)| {
        S::hand(*status, text)
    });
    each(meter, row, PARSE_DISPLAY, cases, |(_, text)| {
        text.parse::<S::ParseDisplay>()
    });
    each(meter, row, REGEX, cases, |(_, text)| S::regex(text));
}

/// Reads each case, and drops the value before the next, so that a peer that allocates reuses memory as it would in a server.
pub(crate) fn each<C, T>(
    meter: &mut impl Meter,
    row: &str,
    peer: &str,
    cases: &[C],
    read: impl Fn(&C) -> T,
) {
    meter.measure(row, peer, cases.len(), || {
        for case in cases {
            let value = read(black_box(case));
            black_box(&value);
        }
    });
}
