//! Error statuses, and the names that `http::StatusCode` has for them.

/// The constants of `http::StatusCode` from 400 on.
pub(crate) const NAMES: [(&str, u16); 40] = [
    ("BAD_REQUEST", 400),
    ("UNAUTHORIZED", 401),
    ("PAYMENT_REQUIRED", 402),
    ("FORBIDDEN", 403),
    ("NOT_FOUND", 404),
    ("METHOD_NOT_ALLOWED", 405),
    ("NOT_ACCEPTABLE", 406),
    ("PROXY_AUTHENTICATION_REQUIRED", 407),
    ("REQUEST_TIMEOUT", 408),
    ("CONFLICT", 409),
    ("GONE", 410),
    ("LENGTH_REQUIRED", 411),
    ("PRECONDITION_FAILED", 412),
    ("PAYLOAD_TOO_LARGE", 413),
    ("URI_TOO_LONG", 414),
    ("UNSUPPORTED_MEDIA_TYPE", 415),
    ("RANGE_NOT_SATISFIABLE", 416),
    ("EXPECTATION_FAILED", 417),
    ("IM_A_TEAPOT", 418),
    ("MISDIRECTED_REQUEST", 421),
    ("UNPROCESSABLE_ENTITY", 422),
    ("LOCKED", 423),
    ("FAILED_DEPENDENCY", 424),
    ("TOO_EARLY", 425),
    ("UPGRADE_REQUIRED", 426),
    ("PRECONDITION_REQUIRED", 428),
    ("TOO_MANY_REQUESTS", 429),
    ("REQUEST_HEADER_FIELDS_TOO_LARGE", 431),
    ("UNAVAILABLE_FOR_LEGAL_REASONS", 451),
    ("INTERNAL_SERVER_ERROR", 500),
    ("NOT_IMPLEMENTED", 501),
    ("BAD_GATEWAY", 502),
    ("SERVICE_UNAVAILABLE", 503),
    ("GATEWAY_TIMEOUT", 504),
    ("HTTP_VERSION_NOT_SUPPORTED", 505),
    ("VARIANT_ALSO_NEGOTIATES", 506),
    ("INSUFFICIENT_STORAGE", 507),
    ("LOOP_DETECTED", 508),
    ("NOT_EXTENDED", 510),
    ("NETWORK_AUTHENTICATION_REQUIRED", 511),
];

/// The constants of `http::StatusCode` below 400.
pub(crate) const NOT_ERRORS: [&str; 22] = [
    "CONTINUE",
    "SWITCHING_PROTOCOLS",
    "PROCESSING",
    "EARLY_HINTS",
    "OK",
    "CREATED",
    "ACCEPTED",
    "NON_AUTHORITATIVE_INFORMATION",
    "NO_CONTENT",
    "RESET_CONTENT",
    "PARTIAL_CONTENT",
    "MULTI_STATUS",
    "ALREADY_REPORTED",
    "IM_USED",
    "MULTIPLE_CHOICES",
    "MOVED_PERMANENTLY",
    "FOUND",
    "SEE_OTHER",
    "NOT_MODIFIED",
    "USE_PROXY",
    "TEMPORARY_REDIRECT",
    "PERMANENT_REDIRECT",
];

/// A status as text: `402 Payment Required`, or only the number if it has no name.
pub(crate) fn title(code: u16) -> String {
    let name = NAMES
        .iter()
        .find(|(_, known)| *known == code)
        .map(|(name, _)| match *name {
            "IM_A_TEAPOT" => "I'm a teapot".to_owned(),
            "URI_TOO_LONG" => "URI Too Long".to_owned(),
            "HTTP_VERSION_NOT_SUPPORTED" => "HTTP Version Not Supported".to_owned(),
            name => {
                let words = name.split('_').map(|word| {
                    let (first, rest) = word.split_at(1);
                    first.to_owned() + &rest.to_lowercase()
                });
                words.collect::<Vec<_>>().join(" ")
            }
        });
    name.map_or_else(|| code.to_string(), |name| format!("{code} {name}"))
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_is_the_one_that_is_registered() {
        assert_eq!(title(402), "402 Payment Required");
        assert_eq!(title(418), "418 I'm a teapot");
        assert_eq!(title(451), "451 Unavailable For Legal Reasons");
        assert_eq!(title(499), "499");
    }
}
