//! The errors of Django REST framework, and those of Django that it sends.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use kate_errors::{DetailText, KateError, Language};

/// Django REST framework
///
/// An unknown user gets a 401 where the first authentication class of the view has a challenge, else a 403 with the same detail.
#[derive(Clone, Debug, PartialEq, Eq, KateError)]
pub enum RestError {
    /// The body, or what the request says of it, cannot be read.
    #[kate(transparent)]
    Parse(#[from] ParseError),

    /// The credentials are wrong.
    #[kate(transparent)]
    Authentication(#[from] AuthenticationError),

    /// Django's check against forged requests failed.
    #[kate(transparent)]
    Csrf(#[from] CsrfError),

    /// The version that is asked for is none.
    #[kate(transparent)]
    Version(#[from] VersionError),

    /// The view wants to know who calls
    #[status(401, accept(403))]
    #[detail("Authentication credentials were not provided.")]
    NotAuthenticated {
        /// The scheme that is asked for.
        #[header("www-authenticate")]
        challenge: Option<String>,
    },

    /// The caller may not do this
    #[status(403)]
    #[detail("You do not have permission to perform this action.")]
    PermissionDenied,

    /// There is no such thing
    #[status(404)]
    #[detail("Not found.")]
    NotFound,

    /// `get_object_or_404` found none
    #[status(404)]
    #[detail("No {model} matches the given query.")]
    NoMatch {
        /// The name of the model's class.
        model: String,
    },

    /// The list has no such page
    #[status(404)]
    #[detail("Invalid page.")]
    InvalidPage,

    /// The cursor is none of this list's
    #[status(404)]
    #[detail("Invalid cursor")]
    InvalidCursor,

    /// The view does not take this method
    #[status(405)]
    #[detail("Method \"{method}\" not allowed.")]
    MethodNotAllowed {
        /// The method that was used.
        method: String,
        /// Those that the view takes.
        #[header("allow")]
        allow: Option<String>,
    },

    /// The view answers in no form that the caller accepts
    #[status(406)]
    #[detail("Could not satisfy the request Accept header.")]
    NotAcceptable,

    /// The view reads no bodies of this type
    #[status(415)]
    #[detail("Unsupported media type \"{media_type}\" in request.")]
    UnsupportedMediaType {
        /// The body's type.
        media_type: String,
    },

    /// Too many requests
    #[status(429)]
    #[detail("Request was throttled. Expected available in {wait}.")]
    #[detail("Request was throttled.")]
    Throttled {
        /// When to come again.
        wait: Option<Seconds>,
        /// The same, from the header.
        #[header("retry-after")]
        retry_after: Option<u64>,
    },

    /// An `APIException` without a detail of its own
    #[status(500)]
    #[detail("A server error occurred.")]
    ServerError,
}

/// Requests that cannot be read
#[derive(Clone, Debug, PartialEq, Eq, KateError)]
#[status(400)]
pub enum ParseError {
    /// A parser failed without a reason
    #[detail("Malformed request.")]
    Malformed,

    /// The content type names a charset that is none
    #[detail("Unsupported charset \"{charset}\" in request Content-Type header.")]
    UnsupportedCharset {
        /// The name.
        charset: String,
    },

    /// The body is not JSON
    #[detail("JSON parse error - {reason}")]
    Json {
        /// What Python's JSON parser says.
        reason: String,
    },

    /// The body is no multipart form
    #[detail("Multipart form parse error - {reason}")]
    Multipart {
        /// What Django's parser says.
        reason: String,
    },

    /// An upload has no name
    #[detail(
        "Missing filename. Request should include a Content-Disposition header with a filename parameter."
    )]
    NoFilename,

    /// The server has no place for an upload
    #[detail("FileUpload parse error - none of upload handlers can handle the stream")]
    NoUploadHandler,
}

/// Credentials
#[derive(Clone, Copy, Debug, PartialEq, Eq, KateError)]
#[status(401, accept(403))]
pub enum AuthenticationError {
    /// An authentication class of the application failed without a reason
    #[detail("Incorrect authentication credentials.")]
    Incorrect,

    /// `Basic` stands alone
    #[detail("Invalid basic header. No credentials provided.")]
    BasicWithoutCredentials,

    /// `Basic` is followed by several words
    #[detail("Invalid basic header. Credentials string should not contain spaces.")]
    BasicWithSpaces,

    /// What follows `Basic` is not a name, a colon and a password in Base64
    #[detail("Invalid basic header. Credentials not correctly base64 encoded.")]
    BasicNotEncoded,

    /// No user has this name and this password
    #[detail("Invalid username/password.")]
    InvalidPassword,

    /// The user may no longer log in
    #[detail("User inactive or deleted.")]
    InactiveUser,

    /// `Token` stands alone
    #[detail("Invalid token header. No credentials provided.")]
    TokenWithoutCredentials,

    /// `Token` is followed by several words
    #[detail("Invalid token header. Token string should not contain spaces.")]
    TokenWithSpaces,

    /// The token is not UTF-8
    #[detail("Invalid token header. Token string should not contain invalid characters.")]
    TokenWithInvalidCharacters,

    /// No user has this token
    #[detail("Invalid token.")]
    InvalidToken,
}

/// Forged requests
#[derive(Clone, Debug, PartialEq, Eq, KateError)]
#[status(403)]
pub enum CsrfError {
    /// The origin is not trusted
    #[detail("CSRF Failed: Origin checking failed - {origin} does not match any trusted origins.")]
    BadOrigin {
        /// The header's text.
        origin: String,
    },

    /// The referer is missing
    #[detail("CSRF Failed: Referer checking failed - no Referer.")]
    NoReferer,

    /// The referer is no URL
    #[detail("CSRF Failed: Referer checking failed - Referer is malformed.")]
    MalformedReferer,

    /// The referer has no TLS
    #[detail("CSRF Failed: Referer checking failed - Referer is insecure while host is secure.")]
    InsecureReferer,

    /// The referer is not trusted
    #[detail(
        "CSRF Failed: Referer checking failed - {referer} does not match any trusted origins."
    )]
    BadReferer {
        /// The header's URL.
        referer: String,
    },

    /// The cookie is missing
    #[detail("CSRF Failed: CSRF cookie not set.")]
    NoCookie,

    /// The cookie's length is wrong
    #[detail("CSRF Failed: CSRF cookie has incorrect length.")]
    CookieLength,

    /// The cookie has a character that no token has
    #[detail("CSRF Failed: CSRF cookie has invalid characters.")]
    CookieCharacters,

    /// The token is missing
    #[detail("CSRF Failed: CSRF token missing.")]
    NoToken,

    /// The token's length is wrong
    #[detail("CSRF Failed: CSRF token from {place} has incorrect length.")]
    TokenLength {
        /// `POST`, or words that name a header.
        place: String,
    },

    /// The token has a character that no token has
    #[detail("CSRF Failed: CSRF token from {place} has invalid characters.")]
    TokenCharacters {
        /// `POST`, or words that name a header.
        place: String,
    },

    /// The token is not the cookie's
    #[detail("CSRF Failed: CSRF token from {place} incorrect.")]
    WrongToken {
        /// `POST`, or words that name a header.
        place: String,
    },
}

/// Versions
#[derive(Clone, Copy, Debug, PartialEq, Eq, KateError)]
#[status(404)]
pub enum VersionError {
    /// `AcceptHeaderVersioning`
    #[status(406)]
    #[detail("Invalid version in \"Accept\" header.")]
    AcceptHeader,

    /// `URLPathVersioning`
    #[detail("Invalid version in URL path.")]
    UrlPath,

    /// `NamespaceVersioning`
    #[detail("Invalid version in URL path. Does not match any version namespace.")]
    Namespace,

    /// `HostNameVersioning`
    #[detail("Invalid version in hostname.")]
    Hostname,

    /// `QueryParameterVersioning`
    #[detail("Invalid version in query parameter.")]
    QueryParameter,
}

/// A number of seconds in words, singular and plural: "1 second", "5 seconds".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seconds(pub u64);

impl DetailText for Seconds {
    const LANGUAGE: Language = Language::chars("0-9 a-z");
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} second{plural}", self.0)
    }
}

impl FromStr for Seconds {
    type Err = ParseIntError;

    fn from_str(string: &str) -> Result<Self, Self::Err> {
        // The rest is compared by decoding: the parsed value must print as it was received.
        let number = string.split(' ').next().unwrap_or_default();
        number.parse().map(Self)
    }
}
