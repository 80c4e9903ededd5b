//! An enum of a thousand variants, a tenth of them with fields, compiles and works.

use std::collections::HashSet;

use kate_errors::{Decode, Documented, KateError, ToResponse};

include!(concat!(env!("OUT_DIR"), "/thousand.rs"));

/// A text for each of a thousand errors, with its row of the catalog.
fn texts() -> impl Iterator<Item = (String, &'static kate_errors::ErrorSpec)> {
    Thousand::CATALOG.iter().zip(0_u64..).map(|(spec, id)| {
        let form = spec.details().next().unwrap();
        let text = form.replace("{id}", &id.to_string());
        (text.replace("{state}", "a state of its own"), spec)
    })
}

#[test]
fn every_variant_comes_back() {
    for (text, spec) in texts() {
        let error = Thousand::from_detail(Some(spec.status()), &text).unwrap();
        assert_eq!(error.detail(), text);
        assert_eq!(error.status(), spec.status());
        assert_eq!(error.spec(), Some(spec), "{text}");
        let response = error.to_response::<Vec<u8>>();
        assert_eq!(Thousand::from_response(&response).unwrap(), error);
        assert_eq!(text.parse(), Ok(error));
    }
}

#[test]
fn the_catalog_has_them_all() {
    let catalog = Thousand::CATALOG;
    assert_eq!(catalog.count(), 1000);
    let names: HashSet<_> = catalog.iter().map(kate_errors::ErrorSpec::name).collect();
    assert_eq!(names.len(), 1000);
    let causes = catalog.iter().map(kate_errors::ErrorSpec::cause);
    assert!(causes.eq((0..1000).map(|index| format!("Cause {index}"))));
    let fields = texts().filter(|(text, _)| text.contains("of its own"));
    assert_eq!(fields.count(), 100);
}

#[test]
fn first_last_and_those_between_are_what_they_say() {
    assert_eq!("Thing 0 not found".parse(), Ok(Thousand::V0));
    assert_eq!("Thing 998 not found".parse(), Ok(Thousand::V998));
    let last = Thousand::V999 {
        id: 5,
        state: "x".to_owned(),
    };
    assert_eq!(last.detail(), "Thing 999 5 is x");
    assert_eq!("Thing 999 5 is x".parse(), Ok(last));
    assert!("Thing 1000 not found".parse::<Thousand>().is_err());
    assert!("Thing 9 not found".parse::<Thousand>().is_err());
}
