//! The errors that every server sends.

use std::borrow::Cow;
use std::error::Error;
use std::num::ParseIntError;
use std::{fmt, io};

use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::api::{
    ApiError, ArtifactError, AuthError, QueryError, RateLimitError, RunError, SubscriptionError,
    ToolError,
};
use kate_errors::{Catalog, Documented, KateError};
use serde::{Deserialize, Serialize};

/// An error of all frameworks at once.
#[derive(Debug, KateError)]
#[kate(actix_web, axum, poem, rocket, salvo, warp)]
pub enum StoreError {
    /// A constant detail, and a constant header.
    #[status(401)]
    #[detail("Say \"please\", naïvely")]
    #[header("www-authenticate", "Bearer")]
    Unnamed,

    /// A template.
    #[status(404)]
    #[detail("Item {id} not found")]
    NotFound {
        /// The item.
        id: u64,
    },

    /// A template with a string.
    #[status(400)]
    #[detail("No such name: {name}")]
    Name {
        /// The name.
        name: String,
    },

    /// Fields in headers.
    #[status(503)]
    #[detail("Busy")]
    Busy {
        /// The seconds to wait.
        #[header("retry-after")]
        retry_after: Option<u64>,
        /// The reason, with characters that are not ASCII.
        #[header("x-why")]
        why: Option<String>,
    },

    /// An error of the client with a source.
    #[status(400)]
    #[detail("The id is no number")]
    Id(#[from] ParseIntError),

    /// An error of the server with a source.
    #[status(500)]
    #[detail("Something went wrong")]
    Disk(#[from] io::Error),

    /// An error with a manual impl.
    #[kate(transparent, emit_only)]
    Stranger(Stranger),

    /// An error in a box.
    #[kate(transparent)]
    Tool(Box<ToolError>),
}

/// An error with a manual impl, and with two headers of one name.
#[derive(Debug)]
pub struct Stranger;

impl fmt::Display for Stranger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody knows them")
    }
}

impl Error for Stranger {}

impl KateError for Stranger {
    fn status(&self) -> StatusCode {
        StatusCode::UNAUTHORIZED
    }

    fn detail(&self) -> Cow<'static, str> {
        "Who are you?".into()
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for scheme in ["Bearer", "Basic"] {
            headers.append("www-authenticate", HeaderValue::from_static(scheme));
        }
        headers
    }
}

impl Documented for Stranger {
    const CATALOG: Catalog = Catalog::undocumented("Stranger");
}

/// A generic error of all frameworks.
#[derive(Debug, KateError)]
#[kate(actix_web, axum, poem, rocket, salvo, warp)]
#[status(422)]
#[detail("{value} is refused")]
pub struct Refused<T> {
    /// The value.
    pub value: T,
}

/// The value that all servers send.
#[must_use]
pub fn refused() -> Refused<String> {
    Refused {
        value: "An \"odd\" value".to_owned(),
    }
}

/// A value of every variant. Sources cannot be cloned, so each call makes new values.
#[must_use]
pub fn samples() -> Vec<StoreError> {
    vec![
        StoreError::Unnamed,
        StoreError::NotFound { id: u64::MAX },
        StoreError::Name {
            name: "\"quotes\", \\, {braces}, ключ 🔑\r\nx-injected: 1\r\n\r\n\0\u{7f}".to_owned(),
        },
        StoreError::Busy {
            retry_after: Some(30),
            why: Some("café".to_owned()),
        },
        StoreError::Busy {
            retry_after: None,
            why: Some("two\r\nx-injected: 1".to_owned()),
        },
        StoreError::from("seven".parse::<u64>().unwrap_err()),
        StoreError::from(failure()),
        StoreError::Stranger(Stranger),
        StoreError::Tool(Box::new(ToolError::InsufficientTokenBalance {
            required: Some(500),
            available: Some(120),
        })),
    ]
}

/// The sample with this index.
#[must_use]
pub fn sample(index: usize) -> StoreError {
    samples().swap_remove(index)
}

/// Every error of the Kate API, in every form, and one that it does not list.
#[must_use]
pub fn catalog() -> Vec<ApiError> {
    let (required, available) = (Some(500), Some(120));
    vec![
        AuthError::InvalidApiKey.into(),
        AuthError::MissingAuthorization.into(),
        AuthError::TokenExpired.into(),
        ArtifactError::NotFound.into(),
        ArtifactError::AlreadyHasDraft.into(),
        ArtifactError::CoverNotGenerated.into(),
        ArtifactError::FileTooLarge.into(),
        SubscriptionError::AlreadySubscribed.into(),
        SubscriptionError::InsufficientTokenBalance {
            required,
            available,
        }
        .into(),
        SubscriptionError::InsufficientTokenBalance {
            required: None,
            available: None,
        }
        .into(),
        SubscriptionError::ArtifactNotListed.into(),
        QueryError::NoActiveSubscription.into(),
        QueryError::InsufficientTokenBalance {
            required,
            available,
        }
        .into(),
        QueryError::InsufficientTokenBalance {
            required: None,
            available: None,
        }
        .into(),
        RunError::NotRunning.into(),
        RunError::NotFound.into(),
        ToolError::CredentialsRequired.into(),
        ToolError::InsufficientTokenBalance {
            required,
            available,
        }
        .into(),
        ToolError::InsufficientTokenBalance {
            required: None,
            available: None,
        }
        .into(),
        ToolError::ExecutionFailed.into(),
        ToolError::TimedOut.into(),
        ToolError::NotValidated.into(),
        RateLimitError::Exceeded {
            retry_after: Some(30),
        }
        .into(),
        RateLimitError::Exceeded { retry_after: None }.into(),
        ApiError::Other {
            status: StatusCode::IM_A_TEAPOT,
            detail: "Short and \"stout\"".to_owned(),
        },
    ]
}

/// Evaluates an expression with an error of the Kate API as a value of its own type.
macro_rules! own {
    ($error:expr, $own:ident => $send:expr) => {
        match $error {
            ApiError::Auth($own) => $send,
            ApiError::Artifact($own) => $send,
            ApiError::Subscription($own) => $send,
            ApiError::Query($own) => $send,
            ApiError::Run($own) => $send,
            ApiError::Tool($own) => $send,
            ApiError::RateLimit($own) => $send,
            $own @ ApiError::Other { .. } => $send,
        }
    };
}
pub(crate) use own;

/// The value of a success.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number.
    pub id: u64,
}

/// A part of the sources that no client may see.
pub const SECRET: &str = "hunter2";

/// Reads an item. Only the first one exists.
///
/// # Errors
///
/// For every other item.
pub fn read(id: u64) -> io::Result<Item> {
    if id == 1 {
        Ok(Item { id })
    } else {
        Err(failure())
    }
}

fn failure() -> io::Error {
    io::Error::other(Failure {
        message: "disk \"hunter2\" is gone",
        source: Some(Box::new(Failure {
            message: "the key hunter2 does not fit",
            source: None,
        })),
    })
}

#[derive(Debug)]
struct Failure {
    message: &'static str,
    source: Option<Box<Failure>>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
