//! The errors of FastAPI and Starlette.

use kate_errors::KateError;

pub use crate::phrase::Phrase;

/// FastAPI
#[derive(Clone, Debug, PartialEq, Eq, KateError)]
#[kate(axum)]
pub enum FastApiError {
    /// A status that is raised without a detail: an unknown route, a wrong method, a missing file.
    #[kate(transparent)]
    Phrase(#[from] Phrase),

    /// A form that could not be read.
    #[kate(transparent)]
    Form(#[from] FormError),

    /// A security dependency found no credentials that it can read
    #[status(401)]
    #[detail("Not authenticated")]
    NotAuthenticated {
        /// The scheme that is asked for.
        #[header("www-authenticate")]
        challenge: Option<String>,
    },

    /// The body could not be read at all, as JSON that is not UTF-8
    #[status(400)]
    #[detail("There was an error parsing the body")]
    UnreadableBody,
}

/// Forms
#[derive(Clone, Copy, Debug, PartialEq, Eq, KateError)]
#[kate(axum)]
#[status(400)]
pub enum FormError {
    /// A field of a URL-encoded form is too long
    #[detail("Field exceeded maximum size of {kilobytes}KB.")]
    FieldTooLong {
        /// The limit.
        kilobytes: u64,
    },

    /// A field of a multipart form is too long
    #[detail("Part exceeded maximum size of {kilobytes}KB.")]
    PartTooLong {
        /// The limit.
        kilobytes: u64,
    },

    /// The form has too many fields
    #[detail("Too many fields. Maximum number of fields is {limit}.")]
    TooManyFields {
        /// The limit.
        limit: u64,
    },

    /// The form has too many files
    #[detail("Too many files. Maximum number of files is {limit}.")]
    TooManyFiles {
        /// The limit.
        limit: u64,
    },

    /// A part has no name
    #[detail("The Content-Disposition header field \"name\" must be provided.")]
    Nameless,

    /// The content type names no boundary
    #[detail("Missing boundary in multipart.")]
    NoBoundary,

    /// The body is not what its boundary says
    #[detail("Invalid multipart data.")]
    Invalid,
}
