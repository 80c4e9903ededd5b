//! Errors of the frameworks themselves in a body with a detail: input that they cannot read, and routes that do not exist.

use framework_tests::checks::own;
use framework_tests::client::{Answer, Client};
use framework_tests::servers::{Server, named};
use http::{HeaderMap, HeaderValue};

/// Status and detail of the answer to each request.
struct Expected {
    name: &'static str,
    no_json: (u16, &'static str),
    no_item: (u16, &'static str),
    too_large: (u16, &'static str),
    bad_path: (u16, &'static str),
    bad_query: (u16, &'static str),
    unknown: (u16, &'static str),
    wrong_method: (u16, &'static str),
    allow: Option<&'static str>,
}

const EXPECTED: [Expected; 6] = [
    Expected {
        name: "actix_web",
        no_json: (
            400,
            "Json deserialize error: EOF while parsing an object at line 1 column 1",
        ),
        no_item: (
            400,
            "Json deserialize error: invalid type: string \"x\", expected u64 at line 1 column 9",
        ),
        too_large: (
            413,
            "JSON payload (108 bytes) is larger than allowed (limit: 100 bytes).",
        ),
        bad_path: (404, "can not parse \"seven\" to a u64"),
        bad_query: (
            400,
            "Query deserialize error: invalid digit found in string",
        ),
        unknown: (404, "Not Found"),
        wrong_method: (405, "Method Not Allowed"),
        allow: Some("GET"),
    },
    Expected {
        name: "axum",
        no_json: (
            400,
            "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
        ),
        no_item: (
            422,
            "Failed to deserialize the JSON body into the target type: id: invalid type: string \"x\", expected u64 at line 1 column 9",
        ),
        too_large: (
            413,
            "Failed to buffer the request body: length limit exceeded",
        ),
        bad_path: (400, "Invalid URL: Cannot parse `seven` to a `u64`"),
        bad_query: (
            400,
            "Failed to deserialize query string: id: invalid digit found in string",
        ),
        unknown: (404, "Not Found"),
        wrong_method: (405, "Method Not Allowed"),
        allow: Some("GET,HEAD"),
    },
    Expected {
        name: "poem",
        no_json: (
            400,
            "parse error: EOF while parsing an object at line 1 column 1",
        ),
        no_item: (
            400,
            "parse error: invalid type: string \"x\", expected u64 at line 1 column 9",
        ),
        too_large: (413, "payload too large"),
        bad_path: (400, "invalid path params"),
        bad_query: (400, "invalid digit found in string"),
        unknown: (404, "not found"),
        wrong_method: (405, "method not allowed"),
        allow: None,
    },
    Expected {
        name: "rocket",
        no_json: (400, "Bad Request"),
        no_item: (422, "Unprocessable Entity"),
        too_large: (413, "Payload Too Large"),
        bad_path: (422, "Unprocessable Entity"),
        bad_query: (422, "Unprocessable Entity"),
        unknown: (404, "Not Found"),
        wrong_method: (404, "Not Found"),
        allow: None,
    },
    Expected {
        name: "salvo",
        no_json: (400, "parse http data failed"),
        no_item: (400, "parse http data failed"),
        too_large: (
            413,
            "The request is larger than the server is willing or able to process.",
        ),
        bad_path: (400, "parse http data failed"),
        bad_query: (400, "parse http data failed"),
        unknown: (404, "Not Found"),
        wrong_method: (405, "Method Not Allowed"),
        allow: Some("GET"),
    },
    Expected {
        name: "warp",
        no_json: (
            400,
            "Request body deserialize error: EOF while parsing an object at line 1 column 1",
        ),
        no_item: (
            400,
            "Request body deserialize error: invalid type: string \"x\", expected u64 at line 1 column 9",
        ),
        too_large: (413, "The request payload is too large"),
        bad_path: (404, "Not Found"),
        bad_query: (400, "Invalid query string"),
        unknown: (404, "Not Found"),
        wrong_method: (405, "HTTP method not allowed"),
        allow: None,
    },
];

#[test]
fn an_error_of_a_framework_keeps_its_status_and_its_message() {
    let large = format!(r#"{{"id":{}1}}"#, " ".repeat(100));
    for expected in EXPECTED {
        let server = named(expected.name);
        let ask = |method, path, body, expected| {
            let answer = Client::new(server.address).send(method, path, body);
            is_described(&server, &answer, expected, None);
        };
        ask("POST", "/items", "{", expected.no_json);
        ask("POST", "/items", r#"{"id":"x"}"#, expected.no_item);
        ask("POST", "/items", &large, expected.too_large);
        ask("GET", "/items/seven", "", expected.bad_path);
        ask("GET", "/search?id=seven", "", expected.bad_query);
        ask("GET", "/nowhere", "", expected.unknown);
        let answer = Client::new(server.address).send("POST", "/search", "");
        is_described(&server, &answer, expected.wrong_method, expected.allow);
    }
}

fn is_described(
    server: &Server,
    answer: &Answer,
    (status, detail): (u16, &str),
    allow: Option<&'static str>,
) {
    let name = server.name;
    assert_eq!(answer.status, status, "{name}: {detail}");
    let body = serde_json::json!({ "detail": detail }).to_string();
    assert_eq!(answer.body, body.as_bytes(), "{name}");
    let mut headers = HeaderMap::new();
    headers.insert("content-length", body.len().into());
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    if let Some(allow) = allow {
        headers.insert("allow", HeaderValue::from_static(allow));
    }
    assert_eq!(own(server, answer), headers, "{name}: {detail}");
}

#[test]
fn a_head_request_to_an_unknown_route_gets_no_body() {
    for expected in EXPECTED {
        let mut client = Client::new(named(expected.name).address);
        let head = client.send("HEAD", "/nowhere", "");
        assert_eq!(head.status, 404);
        let get = client.get("/nowhere");
        // salvo does not call its catchers for HEAD.
        let shaped = (expected.name != "salvo").then(|| &get.headers["content-length"]);
        assert_eq!(
            head.headers.get("content-length"),
            shaped,
            "{}",
            expected.name
        );
    }
}

#[test]
fn a_rejection_converts_into_an_error_of_the_user() {
    for name in ["actix_web", "axum"] {
        let server = named(name);
        let mut client = Client::new(server.address);
        let answer = client.send("POST", "/typed", "{");
        assert_eq!(answer.status, 422);
        assert_eq!(answer.headers["content-type"], "application/json");
        assert_eq!(answer.headers["x-error"], "Unreadable");
        assert_eq!(answer.body, br#"{"detail":"An item is needed"}"#, "{name}");
        let answer = client.send("POST", "/typed", r#"{"id":7}"#);
        assert_eq!(
            (answer.status.as_u16(), &*answer.body),
            (200, &br#"{"id":7}"#[..])
        );
    }
}
