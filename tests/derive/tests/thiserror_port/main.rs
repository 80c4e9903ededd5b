//! Types of thiserror, ported by replacing the attributes: they print the same and have the same sources.
//!
//! Each type is defined twice: with thiserror in `mod old`, and with this crate in `mod new`.

mod arguments;
mod expressions;
mod generics;
mod sources;

use std::error::Error;
use std::io;

use kate_errors::KateError;

/// Asserts that both errors and all their sources print the same.
#[track_caller]
fn agree(old: &dyn Error, new: &dyn KateError) {
    assert_eq!(new.to_string(), old.to_string());
    assert_eq!(new.detail(), old.to_string());
    let json = serde_json::json!({ "detail": old.to_string() }).to_string();
    assert_eq!(new.body(), json);
    let (mut old, mut new) = (old.source(), new.source());
    while let (Some(one), Some(other)) = (old, new) {
        assert_eq!(other.to_string(), one.to_string());
        (old, new) = (one.source(), other.source());
    }
    assert_eq!(
        new.map(ToString::to_string),
        old.map(ToString::to_string),
        "both end"
    );
}

fn refused() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionRefused, "port 80 is closed")
}

fn chained() -> io::Error {
    io::Error::other(refused())
}

/// Unit, tuple and struct variants; `Display` and `Debug`; a source that the template does not name.
mod variants {
    use super::{agree, chained, io, refused};

    mod old {
        use super::io;
        use thiserror::Error;

        #[derive(Debug, Error)]
        pub(super) enum StoreError {
            #[error("store closed")]
            Closed,
            #[error("lost the connection")]
            Disconnected(#[from] io::Error),
            #[error("no value under `{0}`")]
            Missing(String),
            #[error("{0:?} and {1:?} are the same key, {{{0}}}")]
            Same(String, Option<u8>),
            #[error("bad magic (want {want:?}, got {got:#06x})")]
            Magic { want: [u8; 2], got: u16 },
            #[error("write of {count} bytes failed")]
            Write { count: usize, source: io::Error },
            #[error("read of {count} bytes failed")]
            Read {
                count: usize,
                #[source]
                cause: io::Error,
            },
            #[error("ratio {ratio:>+8.2}% {name:-^width$}")]
            Padded {
                ratio: f64,
                name: &'static str,
                width: usize,
            },
        }
    }

    mod new {
        use super::io;
        use kate_errors::KateError;

        #[derive(Debug, KateError)]
        #[status(500)]
        #[kate(emit_only)]
        pub(super) enum StoreError {
            #[detail("store closed")]
            Closed,
            #[detail("lost the connection")]
            Disconnected(#[from] io::Error),
            #[detail("no value under `{0}`")]
            Missing(String),
            #[detail("{0:?} and {1:?} are the same key, {{{0}}}")]
            Same(String, Option<u8>),
            #[detail("bad magic (want {want:?}, got {got:#06x})")]
            Magic { want: [u8; 2], got: u16 },
            #[detail("write of {count} bytes failed")]
            Write { count: usize, source: io::Error },
            #[detail("read of {count} bytes failed")]
            Read {
                count: usize,
                #[source]
                cause: io::Error,
            },
            #[detail("ratio {ratio:>+8.2}% {name:-^width$}")]
            Padded {
                ratio: f64,
                name: &'static str,
                width: usize,
            },
        }
    }

    #[test]
    fn variants_of_all_shapes_agree() {
        agree(&old::StoreError::Closed, &new::StoreError::Closed);
        agree(
            &old::StoreError::from(chained()),
            &new::StoreError::from(chained()),
        );
        let key = || "a \"b\"\n".to_owned();
        agree(
            &old::StoreError::Missing(key()),
            &new::StoreError::Missing(key()),
        );
        agree(
            &old::StoreError::Same(key(), Some(7)),
            &new::StoreError::Same(key(), Some(7)),
        );
        let (want, got) = ([1, 2], 0xab);
        agree(
            &old::StoreError::Magic { want, got },
            &new::StoreError::Magic { want, got },
        );
        let (count, source) = (3, refused);
        let one = old::StoreError::Write {
            count,
            source: source(),
        };
        let other = new::StoreError::Write {
            count,
            source: source(),
        };
        agree(&one, &other);
        let one = old::StoreError::Read {
            count,
            cause: source(),
        };
        let other = new::StoreError::Read {
            count,
            cause: source(),
        };
        agree(&one, &other);
        let (ratio, name, width) = (1.0 / 3.0, "mid", 9);
        let one = old::StoreError::Padded { ratio, name, width };
        let other = new::StoreError::Padded { ratio, name, width };
        agree(&one, &other);
    }
}

/// Named, tuple and unit structs.
mod structs {
    use super::{Error, agree, io, refused};

    mod old {
        use super::io;
        use thiserror::Error;

        #[derive(Debug, Error)]
        #[error("nothing to see")]
        pub(super) struct Unit;

        #[derive(Debug, Error)]
        #[error("{0} of {1}")]
        pub(super) struct Tuple(pub(super) u8, pub(super) &'static str);

        #[derive(Debug, Error)]
        #[error("cannot open {path:?}")]
        pub(super) struct Named {
            pub(super) path: String,
            pub(super) source: io::Error,
        }

        #[derive(Debug, Error)]
        #[error("wrapped")]
        pub(super) struct Wrapper(#[from] io::Error);

        #[derive(Debug, Error)]
        #[error("wrapped by name")]
        pub(super) struct NamedWrapper {
            #[from]
            inner: io::Error,
        }
    }

    mod new {
        use super::io;
        use kate_errors::KateError;

        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("nothing to see")]
        pub(super) struct Unit;

        // `&str` cannot be decoded, so the struct needs the mark.
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("{0} of {1}")]
        #[kate(emit_only)]
        pub(super) struct Tuple(pub(super) u8, pub(super) &'static str);

        #[derive(Debug, KateError)]
        #[status(500)]
        #[detail("cannot open {path:?}")]
        #[kate(emit_only)]
        pub(super) struct Named {
            pub(super) path: String,
            pub(super) source: io::Error,
        }

        #[derive(Debug, KateError)]
        #[status(500)]
        #[detail("wrapped")]
        pub(super) struct Wrapper(#[from] io::Error);

        #[derive(Debug, KateError)]
        #[status(500)]
        #[detail("wrapped by name")]
        pub(super) struct NamedWrapper {
            #[from]
            inner: io::Error,
        }
    }

    #[test]
    fn structs_of_all_shapes_agree() {
        agree(&old::Unit, &new::Unit);
        agree(&old::Tuple(1, "two"), &new::Tuple(1, "two"));
        let path = || "a\\b".to_owned();
        let one = old::Named {
            path: path(),
            source: refused(),
        };
        let other = new::Named {
            path: path(),
            source: refused(),
        };
        agree(&one, &other);
        agree(
            &old::Wrapper::from(refused()),
            &new::Wrapper::from(refused()),
        );
        let (one, other) = (
            old::NamedWrapper::from(refused()),
            new::NamedWrapper::from(refused()),
        );
        agree(&one, &other);
        assert!(other.source().unwrap().is::<io::Error>());
    }
}
