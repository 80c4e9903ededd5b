//! The reference, copied by hand.

use http::StatusCode;

/// A status that the reference states, or one that is inferred from it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Status {
    Stated(u16),
    Inferred(u16),
}

pub(crate) use Status::{Inferred, Stated};

impl Status {
    pub(crate) fn code(self) -> StatusCode {
        let (Stated(code) | Inferred(code)) = self;
        StatusCode::from_u16(code).unwrap()
    }
}

/// Detail, cause, fix and status.
pub(crate) type Entry = (&'static str, &'static str, &'static str, Status);

pub(crate) const BALANCE: &str = "Insufficient token balance";
pub(crate) const LONG_BALANCE: &str =
    "Insufficient token balance. Required: {required}, available: {available}";

/// All tables of errors, in the order of the reference.
pub(crate) const REFERENCE: [(&str, &[Entry]); 7] = [
    (
        "AuthError",
        &[
            (
                "Invalid API key",
                "API key is incorrect or revoked",
                "Generate a new key in the dashboard",
                Stated(401),
            ),
            (
                "Missing authorization header",
                "No x-api-key or Authorization header",
                "Include your API key in the request",
                Stated(401),
            ),
            (
                "Token expired",
                "JWT token has expired",
                "Re-authenticate to get a new token",
                Stated(401),
            ),
        ],
    ),
    (
        "ArtifactError",
        &[
            (
                "Artifact not found",
                "Invalid artifact ID or not owned by you",
                "Check the artifact ID",
                Stated(404),
            ),
            (
                "Artifact already has a draft",
                "Tried to extract when draft exists",
                "Delete the existing draft or publish it",
                Stated(409),
            ),
            (
                "Cover not generated",
                "Tried to publish without a cover",
                "Generate the cover first, or publish (which auto-generates)",
                Inferred(400),
            ),
            (
                "File too large",
                "Upload exceeds 20 MB",
                "Reduce file size",
                Inferred(400),
            ),
        ],
    ),
    (
        "SubscriptionError",
        &[
            (
                "Already subscribed",
                "Agent already has an active subscription",
                "No action needed - query the artifact",
                Stated(409),
            ),
            (
                "Insufficient token balance",
                "Not enough tokens for subscription",
                "Add tokens to your wallet",
                Stated(402),
            ),
            (
                "Artifact not listed",
                "Artifact is not published",
                "Contact the seller or wait for publishing",
                Inferred(400),
            ),
        ],
    ),
    (
        "QueryError",
        &[
            (
                "No active subscription",
                "Agent isn't subscribed to this artifact",
                "Subscribe first",
                Inferred(403),
            ),
            (
                "Insufficient token balance",
                "Not enough tokens for per-query charge",
                "Add tokens",
                Stated(402),
            ),
        ],
    ),
    (
        "RunError",
        &[
            (
                "Run is not in RUNNING status",
                "Tried to upload spans to a completed run",
                "Create a new run",
                Inferred(400),
            ),
            (
                "Run not found",
                "Invalid run ID",
                "Check the run ID",
                Stated(404),
            ),
        ],
    ),
    (
        "ToolError",
        &[
            (
                "Tool requires credentials not yet configured",
                "Tool needs API keys you haven't provided (428)",
                "Set credentials in the dashboard or via the Environment Variables API",
                Stated(428),
            ),
            (
                "Insufficient token balance",
                "Not enough tokens to execute the tool (402)",
                "Add tokens to your wallet",
                Stated(402),
            ),
            (
                "Tool execution failed",
                "The tool's code threw an error (502)",
                "Contact the tool seller - this is a seller-side issue",
                Stated(502),
            ),
            (
                "Tool execution timed out",
                "Tool didn't complete within 30 seconds (504)",
                "Contact the tool seller - the tool may need optimization",
                Stated(504),
            ),
            (
                "Tool has not passed validation",
                "Tool artifact hasn't been validated yet (400)",
                "Wait for validation to complete, or contact the seller",
                Stated(400),
            ),
        ],
    ),
    (
        "RateLimitError",
        &[(
            "Rate limit exceeded",
            "Too many requests in the time window",
            "Wait and retry, or reduce request frequency",
            Stated(429),
        )],
    ),
];

pub(crate) fn entries(name: &str) -> &'static [Entry] {
    let table = REFERENCE.iter().find(|(table, _)| *table == name);
    table.unwrap().1
}
