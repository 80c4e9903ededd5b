//! The reference's tables of errors, with a type for each. The first paragraph of a variant's documentation is the cause in the
//! reference's words, and so in the catalog.

use http::StatusCode;

use crate::KateError;
use crate::frameworks::implement_frameworks;

/// Authentication
///
/// Errors of every endpoint that authenticates the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
#[status(401)]
pub enum AuthError {
    /// API key is incorrect or revoked
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::AuthError;
    ///
    /// let error: AuthError = "Invalid API key".parse().unwrap();
    /// assert_eq!(error, AuthError::InvalidApiKey);
    /// assert_eq!(error.status(), 401);
    /// ```
    #[detail("Invalid API key")]
    #[fix("Generate a new key in the dashboard")]
    InvalidApiKey,

    /// No x-api-key or Authorization header
    #[detail("Missing authorization header")]
    #[fix("Include your API key in the request")]
    MissingAuthorization,

    /// JWT token has expired
    #[detail("Token expired")]
    #[fix("Re-authenticate to get a new token")]
    TokenExpired,
}

/// Artifacts
///
/// Errors of the endpoints that create, publish and fetch artifacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum ArtifactError {
    /// Invalid artifact ID or not owned by you
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::ArtifactError;
    ///
    /// let error: ArtifactError = "Artifact not found".parse().unwrap();
    /// assert_eq!(error, ArtifactError::NotFound);
    /// assert_eq!(error.status(), 404);
    /// ```
    #[status(404)]
    #[detail("Artifact not found")]
    #[fix("Check the artifact ID")]
    NotFound,

    /// Tried to extract when draft exists
    #[status(409)]
    #[detail("Artifact already has a draft")]
    #[fix("Delete the existing draft or publish it")]
    AlreadyHasDraft,

    /// Tried to publish without a cover
    ///
    /// The status is inferred, because the reference has none.
    #[status(400, accept(any))]
    #[detail("Cover not generated")]
    #[fix("Generate the cover first, or publish (which auto-generates)")]
    CoverNotGenerated,

    /// Upload exceeds 20 MB
    ///
    /// The status is inferred, because the reference has none.
    #[status(400, accept(any))]
    #[detail("File too large")]
    #[fix("Reduce file size")]
    FileTooLarge,
}

/// Subscriptions
///
/// Errors of the endpoints that subscribe an agent to an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum SubscriptionError {
    /// Agent already has an active subscription
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::SubscriptionError;
    ///
    /// let error: SubscriptionError = "Already subscribed".parse().unwrap();
    /// assert_eq!(error, SubscriptionError::AlreadySubscribed);
    /// assert_eq!(error.status(), 409);
    /// ```
    #[status(409)]
    #[detail("Already subscribed")]
    #[fix("No action needed - query the artifact")]
    AlreadySubscribed,

    /// Not enough tokens for subscription
    #[status(402)]
    #[detail("Insufficient token balance. Required: {required}, available: {available}")]
    #[detail("Insufficient token balance")]
    #[fix("Add tokens to your wallet")]
    InsufficientTokenBalance {
        /// The tokens that the request costs.
        required: Option<u64>,
        /// The tokens in the wallet.
        available: Option<u64>,
    },

    /// Artifact is not published
    ///
    /// The status is inferred, because the reference has none.
    #[status(400, accept(any))]
    #[detail("Artifact not listed")]
    #[fix("Contact the seller or wait for publishing")]
    ArtifactNotListed,
}

/// Queries
///
/// Errors of the endpoints that query an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum QueryError {
    /// Agent isn't subscribed to this artifact
    ///
    /// The status is inferred, because the reference has none.
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::QueryError;
    ///
    /// let error: QueryError = "No active subscription".parse().unwrap();
    /// assert_eq!(error, QueryError::NoActiveSubscription);
    /// assert_eq!(error.status(), 403);
    /// ```
    #[status(403, accept(any))]
    #[detail("No active subscription")]
    #[fix("Subscribe first")]
    NoActiveSubscription,

    /// Not enough tokens for per-query charge
    #[status(402)]
    #[detail("Insufficient token balance. Required: {required}, available: {available}")]
    #[detail("Insufficient token balance")]
    #[fix("Add tokens")]
    InsufficientTokenBalance {
        /// The tokens that the request costs.
        required: Option<u64>,
        /// The tokens in the wallet.
        available: Option<u64>,
    },
}

/// Runs
///
/// Errors of the endpoints that record an agent's runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum RunError {
    /// Tried to upload spans to a completed run
    ///
    /// The status is inferred, because the reference has none.
    #[status(400, accept(any))]
    #[detail("Run is not in RUNNING status")]
    #[fix("Create a new run")]
    NotRunning,

    /// Invalid run ID
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::RunError;
    ///
    /// let error: RunError = "Run not found".parse().unwrap();
    /// assert_eq!(error, RunError::NotFound);
    /// assert_eq!(error.status(), 404);
    /// ```
    #[status(404)]
    #[detail("Run not found")]
    #[fix("Check the run ID")]
    NotFound,
}

/// Tools
///
/// Errors of the endpoints that run tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum ToolError {
    /// Tool needs API keys you haven't provided (428)
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::ToolError;
    ///
    /// let error: ToolError = "Tool requires credentials not yet configured".parse().unwrap();
    /// assert_eq!(error, ToolError::CredentialsRequired);
    /// assert_eq!(error.status(), 428);
    /// ```
    #[status(428)]
    #[detail("Tool requires credentials not yet configured")]
    #[fix("Set credentials in the dashboard or via the Environment Variables API")]
    CredentialsRequired,

    /// Not enough tokens to execute the tool (402)
    #[status(402)]
    #[detail("Insufficient token balance. Required: {required}, available: {available}")]
    #[detail("Insufficient token balance")]
    #[fix("Add tokens to your wallet")]
    InsufficientTokenBalance {
        /// The tokens that the request costs.
        required: Option<u64>,
        /// The tokens in the wallet.
        available: Option<u64>,
    },

    /// The tool's code threw an error (502)
    #[status(502)]
    #[detail("Tool execution failed")]
    #[fix("Contact the tool seller - this is a seller-side issue")]
    ExecutionFailed,

    /// Tool didn't complete within 30 seconds (504)
    #[status(504)]
    #[detail("Tool execution timed out")]
    #[fix("Contact the tool seller - the tool may need optimization")]
    TimedOut,

    /// Tool artifact hasn't been validated yet (400)
    #[status(400)]
    #[detail("Tool has not passed validation")]
    #[fix("Wait for validation to complete, or contact the seller")]
    NotValidated,
}

/// Rate limits
///
/// The error of every endpoint that is called too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, KateError)]
pub enum RateLimitError {
    /// Too many requests in the time window
    ///
    /// ```
    /// use kate_errors::KateError;
    /// use kate_errors::api::RateLimitError;
    ///
    /// let error = RateLimitError::Exceeded { retry_after: Some(30) };
    /// assert_eq!(error.status(), 429);
    /// assert_eq!(error.headers()["retry-after"], "30");
    /// ```
    #[status(429)]
    #[detail("Rate limit exceeded")]
    #[fix("Wait and retry, or reduce request frequency")]
    Exceeded {
        /// How many seconds to wait, from the header `retry-after` (RFC 9110, section 10.2.3). The reference does not mention
        /// the header. It is `None` if the header has a date.
        #[header("retry-after")]
        retry_after: Option<u64>,
    },
}

/// The Kate API
///
/// All errors of the reference, for code that calls many endpoints. The API sends the same detail for three errors, those of
/// an insufficient token balance. This type decodes it as the subscription's. If you know the endpoint, decode with its own
/// type, which has the right fix.
#[derive(Clone, Debug, PartialEq, Eq, Hash, KateError)]
pub enum ApiError {
    /// An error of authentication.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use kate_errors::Decode;
    /// use kate_errors::api::{ApiError, AuthError};
    ///
    /// let body = br#"{"detail": "Token expired"}"#;
    /// let error = ApiError::decode(StatusCode::UNAUTHORIZED, &HeaderMap::new(), body).unwrap();
    /// assert_eq!(error, ApiError::Auth(AuthError::TokenExpired));
    /// ```
    #[kate(transparent)]
    Auth(#[from] AuthError),

    /// An error of artifacts.
    #[kate(transparent)]
    Artifact(#[from] ArtifactError),

    /// An error of subscriptions.
    #[kate(transparent)]
    Subscription(#[from] SubscriptionError),

    /// An error of queries. An insufficient balance comes back as the subscription's error.
    #[kate(transparent, lossy)]
    Query(#[from] QueryError),

    /// An error of runs.
    #[kate(transparent)]
    Run(#[from] RunError),

    /// An error of tools. An insufficient balance comes back as the subscription's error.
    #[kate(transparent, lossy)]
    Tool(#[from] ToolError),

    /// Too many requests.
    #[kate(transparent)]
    RateLimit(#[from] RateLimitError),

    /// An error that the reference does not list.
    #[kate(other)]
    Other {
        /// The status that was received.
        status: StatusCode,
        /// The detail that was received.
        detail: String,
    },
}

implement_frameworks! {
    AuthError ArtifactError SubscriptionError QueryError RunError ToolError RateLimitError ApiError
}
