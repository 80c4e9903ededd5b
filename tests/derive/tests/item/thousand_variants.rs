//! An enum with a thousand variants, of which every tenth has fields.

use std::collections::HashSet;

use derive_tests::back;
use kate_errors::{Decode, Documented, KateError};

include!(concat!(env!("OUT_DIR"), "/thousand.rs"));

/// A detail of each error, with its entry in the catalog.
fn details() -> impl Iterator<Item = (String, &'static kate_errors::ErrorSpec)> {
    Thousand::CATALOG.iter().zip(0_u64..).map(|(spec, id)| {
        let form = spec.details().next().unwrap();
        let detail = form.replace("{id}", &id.to_string());
        (detail.replace("{state}", "a state of its own"), spec)
    })
}

#[test]
fn every_variant_comes_back() {
    for (detail, spec) in details() {
        let error = Thousand::from_detail(Some(spec.status()), &detail).unwrap();
        assert_eq!(error.detail(), detail);
        assert_eq!(error.status(), spec.status());
        assert_eq!(error.spec(), Some(spec), "{detail}");
        assert_eq!(back(&error), error);
        assert_eq!(detail.parse(), Ok(error));
    }
}

#[test]
fn the_catalog_has_every_variant() {
    let catalog = Thousand::CATALOG;
    assert_eq!(catalog.count(), 1000);
    let names: HashSet<_> = catalog.iter().map(kate_errors::ErrorSpec::name).collect();
    assert_eq!(names.len(), 1000);
    let causes = catalog.iter().map(kate_errors::ErrorSpec::cause);
    assert!(causes.eq((0..1000).map(|index| format!("Cause {index}"))));
    let fields = details().filter(|(detail, _)| detail.contains("of its own"));
    assert_eq!(fields.count(), 100);
}

#[test]
fn the_first_and_the_last_variant_are_decoded_from_their_own_details() {
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
