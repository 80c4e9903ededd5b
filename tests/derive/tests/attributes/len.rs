//! `#[kate(len = ...)]`: the number of characters of a field.

use derive_tests::back;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum BlobError {
    #[detail("Blob {hash} not found")]
    NotFound {
        #[kate(chars = "0-9a-f", len = 4)]
        hash: String,
    },
    #[detail("Blob {name} of {owner}")]
    Named {
        #[kate(chars = "a-zé", len = 1..=3)]
        name: String,
        #[kate(len = 1..)]
        owner: String,
    },
    #[detail("Blob {hash}{id}")]
    Pair {
        #[kate(chars = "0-9a-f", len = 4)]
        hash: String,
        #[kate(len = ..3)]
        id: String,
    },
}

#[test]
fn a_field_has_as_many_characters_as_it_says() {
    let owned = str::to_owned;
    for error in [
        BlobError::NotFound {
            hash: owned("00ff"),
        },
        BlobError::Named {
            name: owned("éé"),
            owner: owned(" of b"),
        },
        BlobError::Pair {
            hash: owned("00ff"),
            id: owned("0"),
        },
        BlobError::Pair {
            hash: owned("00ff"),
            id: String::new(),
        },
    ] {
        assert_eq!(back(&error), error);
    }
    for detail in [
        "Blob 00f not found",
        "Blob 00fff not found",
        "Blob abcd of b",
        "Blob ab of ",
        "Blob 00ffabc",
    ] {
        assert!(detail.parse::<BlobError>().is_err(), "{detail}");
    }
}
