//! The reference's table of statuses.

use http::StatusCode;

/// A status that the Kate API responds with.
///
/// ```
/// let created = kate_errors::api::STATUSES[1];
/// assert_eq!((created.code.as_u16(), created.name), (201, "Created"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Status {
    /// The status code.
    pub code: StatusCode,
    /// Its name.
    pub name: &'static str,
    /// When it is sent.
    pub description: &'static str,
}

/// All statuses of the Kate API, including successes, in the reference's order.
///
/// ```
/// use kate_errors::api::STATUSES;
///
/// let accepted = STATUSES.iter().find(|status| status.code == 202).unwrap();
/// assert_eq!(accepted.description, "Async task started - poll for results");
/// ```
pub const STATUSES: [Status; 15] = [
    status(StatusCode::OK, "OK", "Request succeeded"),
    status(
        StatusCode::CREATED,
        "Created",
        "Resource created successfully",
    ),
    status(
        StatusCode::ACCEPTED,
        "Accepted",
        "Async task started - poll for results",
    ),
    status(
        StatusCode::BAD_REQUEST,
        "Bad Request",
        "Invalid parameters or request body",
    ),
    status(
        StatusCode::UNAUTHORIZED,
        "Unauthorized",
        "Missing or invalid API key / JWT token",
    ),
    status(
        StatusCode::PAYMENT_REQUIRED,
        "Payment Required",
        "Insufficient token balance",
    ),
    status(
        StatusCode::FORBIDDEN,
        "Forbidden",
        "You don't have permission to access this resource",
    ),
    status(StatusCode::NOT_FOUND, "Not Found", "Resource doesn't exist"),
    status(
        StatusCode::CONFLICT,
        "Conflict",
        "Resource already exists (e.g., duplicate subscription, existing draft)",
    ),
    status(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Unprocessable Entity",
        "Request is well-formed but contains semantic errors",
    ),
    status(
        StatusCode::PRECONDITION_REQUIRED,
        "Precondition Required",
        "Tool requires credentials not yet configured",
    ),
    status(
        StatusCode::TOO_MANY_REQUESTS,
        "Too Many Requests",
        "Rate limit exceeded",
    ),
    status(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Internal Server Error",
        "Something went wrong on our end",
    ),
    status(
        StatusCode::BAD_GATEWAY,
        "Bad Gateway",
        "Tool execution failed in the sandbox",
    ),
    status(
        StatusCode::GATEWAY_TIMEOUT,
        "Gateway Timeout",
        "Tool execution timed out (30-second limit)",
    ),
];

const fn status(code: StatusCode, name: &'static str, description: &'static str) -> Status {
    Status {
        code,
        name,
        description,
    }
}
