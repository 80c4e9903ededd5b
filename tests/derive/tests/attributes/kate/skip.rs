//! `#[kate(skip)]`: a field that is not on the wire.

use derive_tests::back;
use kate_errors::KateError;

#[test]
fn a_skipped_field_comes_back_as_its_default() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    enum Traced {
        #[detail("Failed in step {step}")]
        Step {
            step: u8,
            #[kate(skip)]
            trace: Vec<String>,
        },
        #[detail("Failed")]
        Plain(#[kate(skip)] Option<std::time::Duration>, #[kate(skip)] u64),
    }

    let step = |trace: Vec<String>| Traced::Step { step: 3, trace };
    let error = step(vec!["secret".to_owned()]);
    assert_eq!(error.body(), r#"{"detail":"Failed in step 3"}"#);
    assert_eq!(back(&error), step(Vec::new()));
    let plain = Traced::Plain(Some(std::time::Duration::ZERO), 5);
    assert_eq!(back(&plain), Traced::Plain(None, 0));
}
