//! Reading a value from a body.

use std::borrow::Cow;

use http::{HeaderMap, StatusCode};
use kate_errors::Decode;
use serde::Deserialize;

use crate::Meter;
use crate::peer::{HAND, OURS, OURS_SERDE, PARSE_DISPLAY, REGEX, STRUM};
use crate::sets::{Case, Kate, Set, Thousand, cases};
use crate::text::{each, fields_of_kate};

/// The body as one reads it with serde.
#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow)]
    detail: Cow<'a, str>,
}

fn detail(body: &[u8]) -> Option<Cow<'_, str>> {
    let wire: Wire<'_> = serde_json::from_slice(body).ok()?;
    Some(wire.detail)
}

pub(crate) fn measure(meter: &mut impl Meter) {
    let constants = cases(Kate::CONSTANTS);
    let [two_integers, string_and_integer] = fields_of_kate();
    for (wire, body) in [
        ("body", emitted as fn(&Case) -> Body),
        ("body with more", spaced),
    ] {
        let row = format!("{wire}, to constant, 20 variants");
        with_strum::<Kate>(meter, &row, &constants, body);
        let row = format!("{wire}, to two integers, 20 variants");
        all::<Kate>(meter, &row, &two_integers, body);
        let row = format!("{wire}, to string and integer, 20 variants");
        all::<Kate>(meter, &row, &string_and_integer, body);
    }
    let row = "body, to constant, 1,000 variants";
    with_strum::<Thousand>(meter, row, &cases(Thousand::CONSTANTS), emitted);
}

/// A status and a body.
type Body = (StatusCode, Vec<u8>);

fn emitted((status, text): &Case) -> Body {
    (*status, format!(r#"{{"detail":"{text}"}}"#).into())
}

fn spaced((status, text): &Case) -> Body {
    let body = format!(
        r#"{{ "code": 17, "detail": "{text}", "request": {{ "id": "7f3c", "path": ["artifacts", 12] }} }}"#
    );
    (*status, body.into())
}

fn with_strum<S: Set>(meter: &mut impl Meter, row: &str, cases: &[Case], body: fn(&Case) -> Body) {
    all::<S>(meter, row, cases, body);
    let bodies: Vec<_> = cases.iter().map(body).collect();
    each(meter, row, STRUM, &bodies, |(_, body)| {
        detail(body)?.parse::<S::Strum>().ok()
    });
}

fn all<S: Set>(meter: &mut impl Meter, row: &str, cases: &[Case], body: fn(&Case) -> Body) {
    let bodies: Vec<_> = cases.iter().map(body).collect();
    let headers = HeaderMap::new();
    each(meter, row, OURS, &bodies, |(status, body)| {
        S::Ours::decode(*status, &headers, body)
    });
    each(meter, row, OURS_SERDE, &bodies, |(status, body)| {
        S::Ours::from_detail(Some(*status), &detail(body)?).ok()
    });
    each(meter, row, HAND, &bodies, |(status, body)| {
        S::hand(*status, &detail(body)?)
    });
    each(meter, row, PARSE_DISPLAY, &bodies, |(_, body)| {
        detail(body)?.parse::<S::ParseDisplay>().ok()
    });
    each(meter, row, REGEX, &bodies, |(_, body)| {
        S::regex(&detail(body)?)
    });
}
