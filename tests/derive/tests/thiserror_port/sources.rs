//! Sources of all kinds, templates that name them, and transparent variants.

use std::error::Error;
use std::io;

use kate_errors::KateError;

use crate::{agree, chained, refused};

type Boxed = Box<dyn Error + Send + Sync + 'static>;

mod old {
    use super::{Boxed, Error, io};
    use thiserror::Error;

    #[derive(Debug, Error)]
    pub(super) enum SourceError {
        #[error("boxed")]
        Boxed(#[from] Boxed),
        #[error("boxed alone")]
        Alone {
            #[source]
            cause: Box<dyn Error>,
        },
        #[error("anyhow")]
        Anyhow {
            #[source]
            source: anyhow::Error,
        },
        #[error("perhaps")]
        Perhaps {
            #[source]
            cause: Option<io::Error>,
        },
        #[error("perhaps anyhow")]
        PerhapsAnyhow {
            #[source]
            cause: Option<anyhow::Error>,
        },
        #[error("cannot start: {0}")]
        Printed(#[source] io::Error),
        #[error("cannot stop {name}: {source} ({source:?})")]
        PrintedByName { name: String, source: io::Error },
    }

    #[derive(Debug, Error)]
    pub(super) enum Outer {
        #[error(transparent)]
        Inner(#[from] SourceError),
        #[error(transparent)]
        Named { inner: Box<Opaque> },
    }

    #[derive(Debug, Error)]
    #[error(transparent)]
    pub(super) struct Opaque(#[from] SourceError);
}

mod new {
    use super::{Boxed, Error, io};
    use kate_errors::KateError;

    #[derive(Debug, KateError)]
    #[status(500)]
    #[kate(emit_only)]
    pub(super) enum SourceError {
        #[detail("boxed")]
        Boxed(#[from] Boxed),
        #[detail("boxed alone")]
        Alone {
            #[source]
            cause: Box<dyn Error>,
        },
        #[detail("anyhow")]
        Anyhow {
            #[source]
            source: anyhow::Error,
        },
        #[detail("perhaps")]
        Perhaps {
            #[source]
            cause: Option<io::Error>,
        },
        #[detail("perhaps anyhow")]
        PerhapsAnyhow {
            #[source]
            cause: Option<anyhow::Error>,
        },
        #[detail("cannot start: {0}")]
        Printed(
            #[source]
            #[kate(expose)]
            io::Error,
        ),
        #[detail("cannot stop {name}: {source} ({source:?})")]
        PrintedByName {
            name: String,
            #[kate(expose)]
            source: io::Error,
        },
    }

    #[derive(Debug, KateError)]
    #[kate(emit_only)]
    pub(super) enum Outer {
        #[kate(transparent)]
        Inner(#[from] SourceError),
        #[kate(transparent)]
        Named { inner: Box<Opaque> },
    }

    #[derive(Debug, KateError)]
    #[kate(transparent, emit_only)]
    pub(super) struct Opaque(#[from] SourceError);
}

/// The same value of both types: alone, in a transparent variant, and in a transparent struct.
macro_rules! same {
    ($($value:tt)*) => {{
        agree(&old::SourceError::$($value)*, &new::SourceError::$($value)*);
        agree(
            &old::Outer::from(old::SourceError::$($value)*),
            &new::Outer::from(new::SourceError::$($value)*),
        );
        agree(
            &old::Opaque::from(old::SourceError::$($value)*),
            &new::Opaque::from(new::SourceError::$($value)*),
        );
        agree(
            &old::Outer::Named { inner: Box::new(old::SourceError::$($value)*.into()) },
            &new::Outer::Named { inner: Box::new(new::SourceError::$($value)*.into()) },
        );
    }};
}

#[test]
fn sources_of_all_kinds_agree() {
    let anyhow = || anyhow::Error::new(chained()).context("while looking");
    same!(Boxed(chained().into()));
    same!(Boxed("only a text".into()));
    same!(Alone {
        cause: "only a text".into()
    });
    same!(Anyhow { source: anyhow() });
    same!(Perhaps { cause: None });
    same!(Perhaps {
        cause: Some(chained())
    });
    same!(PerhapsAnyhow {
        cause: Some(anyhow())
    });
    same!(PerhapsAnyhow { cause: None });
    same!(Printed(chained()));
    same!(PrintedByName {
        name: "it".to_owned(),
        source: refused()
    });
}

#[test]
fn a_source_keeps_its_type() {
    let error = new::SourceError::from(Boxed::from(refused()));
    assert!(error.source().unwrap().is::<io::Error>());
    let error = new::Outer::from(new::SourceError::Printed(refused()));
    assert!(error.source().unwrap().is::<io::Error>());
    let source = anyhow::Error::new(refused());
    let error = new::SourceError::Anyhow { source };
    assert!(error.source().unwrap().is::<io::Error>());
}

#[test]
fn a_source_that_no_template_names_is_not_sent() {
    let error = new::Outer::from(new::SourceError::from(Boxed::from("secret")));
    assert_eq!(error.body(), r#"{"detail":"boxed"}"#);
}

/// `#[error(transparent)]` on an `anyhow::Error` has no counterpart, because it has no status. The variant has a status and a detail
/// of its own, and the error is its source.
#[test]
fn an_unknown_error_is_a_source_with_a_detail_of_its_own() {
    #[derive(Debug, KateError)]
    #[kate(emit_only)]
    enum Anything {
        #[status(INTERNAL_SERVER_ERROR)]
        #[detail("Something went wrong")]
        Else(#[from] anyhow::Error),
    }

    let error = Anything::from(anyhow::anyhow!("the disk is full"));
    assert_eq!(error.to_string(), "Something went wrong");
    assert_eq!(error.source().unwrap().to_string(), "the disk is full");
}
