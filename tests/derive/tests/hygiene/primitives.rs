//! Types with the names of primitive types.

use kate_errors::{Decode, ToResponse};

mod inside {
    #[allow(dead_code, non_camel_case_types)]
    mod primitives {
        pub(crate) struct str;
        pub(crate) struct u8;
        pub(crate) struct usize;
        pub(crate) struct bool;
    }
    #[allow(unused_imports)]
    use primitives::{bool, str, u8, usize};

    #[derive(Debug, PartialEq, kate_errors::KateError)]
    #[status(409)]
    #[kate(member = "error")]
    pub(crate) enum Error {
        #[detail("Late {n}")]
        #[fix("Wait")]
        Late {
            n: u64,
            #[header("retry-after")]
            seconds: Option<u64>,
        },
        #[detail("Never")]
        Never,
    }
}

#[test]
fn primitive_types_may_be_shadowed() {
    let late = inside::Error::Late {
        n: 7,
        seconds: Some(5),
    };
    let response = late.to_response::<Vec<u8>>();
    assert_eq!(response.body(), br#"{"error":"Late 7"}"#);
    assert_eq!(inside::Error::from_response(&response).unwrap(), late);
}
