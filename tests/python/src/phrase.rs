//! The details that are phrases of statuses.

use kate_errors::KateError;

/// Phrases of the statuses
///
/// What Starlette sends where the application gives no detail: `http.client.responses` of Python. Python 3.13 changed four of them;
/// the second form is the older one.
#[expect(missing_docs, reason = "the phrases are the documentation")]
#[derive(Clone, Debug, PartialEq, Eq, KateError)]
#[kate(axum)]
pub enum Phrase {
    #[status(400)]
    #[detail("Bad Request")]
    BadRequest,

    #[status(401)]
    #[detail("Unauthorized")]
    Unauthorized,

    #[status(402)]
    #[detail("Payment Required")]
    PaymentRequired,

    #[status(403)]
    #[detail("Forbidden")]
    Forbidden,

    #[status(404)]
    #[detail("Not Found")]
    NotFound,

    #[status(405)]
    #[detail("Method Not Allowed")]
    MethodNotAllowed {
        #[header("allow")]
        allow: Option<String>,
    },

    #[status(406)]
    #[detail("Not Acceptable")]
    NotAcceptable,

    #[status(407)]
    #[detail("Proxy Authentication Required")]
    ProxyAuthenticationRequired,

    #[status(408)]
    #[detail("Request Timeout")]
    RequestTimeout,

    #[status(409)]
    #[detail("Conflict")]
    Conflict,

    #[status(410)]
    #[detail("Gone")]
    Gone,

    #[status(411)]
    #[detail("Length Required")]
    LengthRequired,

    #[status(412)]
    #[detail("Precondition Failed")]
    PreconditionFailed,

    #[status(413)]
    #[detail("Content Too Large")]
    #[detail("Request Entity Too Large")]
    ContentTooLarge,

    #[status(414)]
    #[detail("URI Too Long")]
    #[detail("Request-URI Too Long")]
    UriTooLong,

    #[status(415)]
    #[detail("Unsupported Media Type")]
    UnsupportedMediaType,

    #[status(416)]
    #[detail("Range Not Satisfiable")]
    #[detail("Requested Range Not Satisfiable")]
    RangeNotSatisfiable,

    #[status(417)]
    #[detail("Expectation Failed")]
    ExpectationFailed,

    #[status(418)]
    #[detail("I'm a Teapot")]
    ImATeapot,

    #[status(421)]
    #[detail("Misdirected Request")]
    MisdirectedRequest,

    #[status(422)]
    #[detail("Unprocessable Content")]
    #[detail("Unprocessable Entity")]
    UnprocessableContent,

    #[status(423)]
    #[detail("Locked")]
    Locked,

    #[status(424)]
    #[detail("Failed Dependency")]
    FailedDependency,

    #[status(425)]
    #[detail("Too Early")]
    TooEarly,

    #[status(426)]
    #[detail("Upgrade Required")]
    UpgradeRequired,

    #[status(428)]
    #[detail("Precondition Required")]
    PreconditionRequired,

    #[status(429)]
    #[detail("Too Many Requests")]
    TooManyRequests,

    #[status(431)]
    #[detail("Request Header Fields Too Large")]
    RequestHeaderFieldsTooLarge,

    #[status(451)]
    #[detail("Unavailable For Legal Reasons")]
    UnavailableForLegalReasons,

    #[status(500)]
    #[detail("Internal Server Error")]
    InternalServerError,

    #[status(501)]
    #[detail("Not Implemented")]
    NotImplemented,

    #[status(502)]
    #[detail("Bad Gateway")]
    BadGateway,

    #[status(503)]
    #[detail("Service Unavailable")]
    ServiceUnavailable,

    #[status(504)]
    #[detail("Gateway Timeout")]
    GatewayTimeout,

    #[status(505)]
    #[detail("HTTP Version Not Supported")]
    HttpVersionNotSupported,

    #[status(506)]
    #[detail("Variant Also Negotiates")]
    VariantAlsoNegotiates,

    #[status(507)]
    #[detail("Insufficient Storage")]
    InsufficientStorage,

    #[status(508)]
    #[detail("Loop Detected")]
    LoopDetected,

    #[status(510)]
    #[detail("Not Extended")]
    NotExtended,

    #[status(511)]
    #[detail("Network Authentication Required")]
    NetworkAuthenticationRequired,
}
