//! Foreign errors have the layout of the type that the layer is given, and from 500 on no text, unless the user asks for it.

use framework_tests::client::{Answer, Client};
use framework_tests::foreign::{GateError, Servers, TEXT, all, named};
use http::StatusCode;
use kate_errors::Decode;

const ALL: [&str; 6] = ["actix_web", "axum", "poem", "rocket", "salvo", "warp"];

/// Sends a request to the server that hides texts, and to the other one. The answers must have these details.
fn answers(name: &str, request: (&str, &str, &str), status: u16, hiding: &str, verbatim: &str) {
    let (method, path, body) = request;
    let servers = named(name);
    let expected = [(servers.hiding, hiding), (servers.verbatim, verbatim)];
    for (address, detail) in expected {
        let answer = Client::new(address).send(method, path, body);
        is_described(name, path, &answer, status, detail);
    }
}

fn is_described(name: &str, path: &str, answer: &Answer, status: u16, detail: &str) {
    let body = serde_json::json!({ "error": detail }).to_string();
    let sent = String::from_utf8_lossy(&answer.body);
    assert_eq!(sent, body, "{name}: {path}");
    assert_eq!(answer.status, status, "{name}: {path}");
    assert_eq!(
        answer.headers["content-type"], "application/json",
        "{name}: {path}"
    );
    assert_eq!(
        answer.headers["content-length"],
        body.len().to_string(),
        "{name}: {path}"
    );
    assert!(
        !answer.headers.contains_key("content-encoding"),
        "{name}: {path}"
    );
    let read = GateError::decode(answer.status, &answer.headers, &answer.body).unwrap();
    let other = GateError::Other {
        status: answer.status,
        detail: detail.to_owned(),
    };
    assert_eq!(read, other, "{name}: {path}");
}

#[test]
fn our_own_error_is_as_it_was() {
    for Servers {
        name,
        hiding,
        verbatim,
    } in all()
    {
        for address in [*hiding, *verbatim] {
            let answer = Client::new(address).get("/own");
            assert_eq!(answer.body, br#"{"error":"Who are you?"}"#, "{name}");
            assert_eq!(answer.status, 401, "{name}");
            assert_eq!(answer.headers["www-authenticate"], "Bearer", "{name}");
        }
    }
}

#[test]
fn errors_of_the_framework_are_in_the_member_of_the_type() {
    let poem = "not found";
    for name in ALL {
        let unknown = if name == "poem" { poem } else { "Not Found" };
        answers(name, ("GET", "/nowhere", ""), 404, unknown, unknown);
    }
    let large = format!(r#"{{"id":{}1}}"#, " ".repeat(100));
    for (name, no_json, too_large, wrong_method) in [
        (
            "actix_web",
            "Json deserialize error: EOF while parsing an object at line 1 column 1",
            "JSON payload (108 bytes) is larger than allowed (limit: 100 bytes).",
            "Method Not Allowed",
        ),
        (
            "axum",
            "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
            "Failed to buffer the request body: length limit exceeded",
            "Method Not Allowed",
        ),
        (
            "poem",
            "parse error: EOF while parsing an object at line 1 column 1",
            "payload too large",
            "method not allowed",
        ),
        ("rocket", "Bad Request", "Payload Too Large", "Not Found"),
        (
            "salvo",
            "parse http data failed",
            "The request is larger than the server is willing or able to process.",
            "Method Not Allowed",
        ),
        (
            "warp",
            "Request body deserialize error: EOF while parsing an object at line 1 column 1",
            "The request payload is too large",
            "HTTP method not allowed",
        ),
    ] {
        answers(name, ("POST", "/items", "{"), 400, no_json, no_json);
        answers(name, ("POST", "/items", &large), 413, too_large, too_large);
        let wrong = if name == "rocket" { 404 } else { 405 };
        answers(
            name,
            ("POST", "/own", ""),
            wrong,
            wrong_method,
            wrong_method,
        );
    }
}

#[test]
fn a_short_text_of_a_handler_is_rewritten_and_from_500_on_hidden() {
    for name in ALL {
        answers(name, ("GET", "/text/409", ""), 409, TEXT, TEXT);
        answers(
            name,
            ("GET", "/text/500", ""),
            500,
            "Internal Server Error",
            TEXT,
        );
        answers(
            name,
            ("GET", "/text/503", ""),
            503,
            "Service Unavailable",
            TEXT,
        );
        answers(name, ("GET", "/text/599", ""), 599, "Unknown error", TEXT);
    }
}

#[test]
fn a_status_above_599_is_an_error_too() {
    for name in ALL {
        answers(name, ("GET", "/text/700", ""), 700, "Unknown error", TEXT);
        let answer = Client::new(named(name).hiding).get("/text/399");
        assert_eq!(answer.body, TEXT.as_bytes(), "{name}");
    }
}

#[test]
fn json_that_cannot_be_written_tells_nothing() {
    let column = "the column hunter2 is null";
    for (name, verbatim) in [
        (
            "actix_web",
            "Json serialize error: the column hunter2 is null",
        ),
        ("axum", column),
        ("poem", column),
        ("rocket", "Internal Server Error"),
        (
            "salvo",
            "The server encountered an internal error while processing this request.",
        ),
        ("warp", "Internal Server Error"),
    ] {
        answers(
            name,
            ("GET", "/broken", ""),
            500,
            "Internal Server Error",
            verbatim,
        );
    }
}

#[test]
fn a_missing_value_of_the_application_tells_no_type() {
    for (name, path, verbatim) in [
        (
            "actix_web",
            "/data",
            "Requested application data is not configured correctly. View/enable debug logs for more details.",
        ),
        (
            "axum",
            "/extension",
            "Missing request extension: Extension of type `core::convert::Infallible` was not found. Perhaps you forgot to add it? See `axum::Extension`.",
        ),
        (
            "poem",
            "/data",
            "data of type `framework_tests::errors::Item` was not found.",
        ),
        ("warp", "/extension", "Missing request extension"),
    ] {
        answers(
            name,
            ("GET", path, ""),
            500,
            "Internal Server Error",
            verbatim,
        );
    }
}

/// A body of text that is not read, because it is long, a stream or compressed, has no part of the answer from 500 on.
#[test]
fn a_text_that_is_not_read_is_hidden_too() {
    for name in ALL {
        let servers = named(name);
        for (path, sent) in [
            ("/long", vec![b'a'; 64 * 1024 + 1]),
            ("/stream", b"one two".to_vec()),
        ] {
            let answer = Client::new(servers.hiding).get(path);
            is_described(name, path, &answer, 500, "Internal Server Error");
            let answer = Client::new(servers.verbatim).get(path);
            assert_eq!(answer.status, 500, "{name}");
            assert!(answer.body == sent, "{name}: {path}");
        }
    }
}

#[test]
fn a_text_that_is_compressed_is_left_below_500_and_hidden_from_there_on() {
    for name in ALL {
        let servers = named(name);
        for (address, status) in [
            (servers.hiding, 409),
            (servers.verbatim, 409),
            (servers.verbatim, 503),
        ] {
            let answer = Client::new(address).get(&format!("/encoded/{status}"));
            assert_eq!(answer.status, status, "{name}");
            assert_eq!(answer.headers["content-encoding"], "x-odd", "{name}");
            assert_eq!(answer.body, TEXT.as_bytes(), "{name}");
        }
        let answer = Client::new(servers.hiding).get("/encoded/503");
        is_described(name, "/encoded", &answer, 503, "Service Unavailable");
    }
}

#[test]
fn a_page_is_left_as_it_is() {
    for Servers {
        name,
        hiding,
        verbatim,
    } in all()
    {
        for address in [*hiding, *verbatim] {
            let answer = Client::new(address).get("/html");
            assert_eq!(answer.status, 500, "{name}");
            assert_eq!(answer.body, b"<h1>Broken</h1>", "{name}");
        }
    }
}

#[test]
fn a_panic_that_is_caught_is_rewritten() {
    let internal = "Internal Server Error";
    for (name, verbatim) in [
        ("axum", "Service panicked"),
        ("poem", "internal server error"),
        ("rocket", internal),
        ("salvo", "panic occurred on server"),
    ] {
        answers(name, ("GET", "/panic", ""), 500, internal, verbatim);
    }
}

#[test]
fn a_rejection_as_another_error_keeps_its_status_and_its_text() {
    let large = format!(r#"{{"id":{}1}}"#, " ".repeat(100));
    for (name, no_json, no_item, too_large) in [
        (
            "actix_web",
            (
                400,
                "Json deserialize error: EOF while parsing an object at line 1 column 1",
            ),
            (
                400,
                "Json deserialize error: invalid type: string \"x\", expected u64 at line 1 column 9",
            ),
            "JSON payload (108 bytes) is larger than allowed (limit: 100 bytes).",
        ),
        (
            "axum",
            (
                400,
                "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
            ),
            (
                422,
                "Failed to deserialize the JSON body into the target type: id: invalid type: string \"x\", expected u64 at line 1 column 9",
            ),
            "Failed to buffer the request body: length limit exceeded",
        ),
        (
            "poem",
            (
                400,
                "parse error: EOF while parsing an object at line 1 column 1",
            ),
            (
                400,
                "parse error: invalid type: string \"x\", expected u64 at line 1 column 9",
            ),
            "payload too large",
        ),
        (
            "salvo",
            (
                400,
                "serde json error: EOF while parsing an object at line 1 column 1",
            ),
            (
                400,
                "serde json error: invalid type: string \"x\", expected u64 at line 1 column 9",
            ),
            "payload too large",
        ),
        (
            "warp",
            (
                400,
                "Request body deserialize error: EOF while parsing an object at line 1 column 1",
            ),
            (
                400,
                "Request body deserialize error: invalid type: string \"x\", expected u64 at line 1 column 9",
            ),
            "The request payload is too large",
        ),
    ] {
        for (body, (status, text)) in [
            ("{", no_json),
            (r#"{"id":"x"}"#, no_item),
            (&large, (413, too_large)),
        ] {
            answers(name, ("POST", "/others", body), status, text, text);
        }
        let answer = Client::new(named(name).hiding).send("POST", "/others", r#"{"id":7}"#);
        assert_eq!(answer.body, br#"{"id":7}"#, "{name}");
    }
    // The status stays where the type of the body is wrong.
    let headers = "content-length: 8\r\n";
    let mut client = Client::new(named("axum").hiding);
    let answer = client.send_with("POST", "/others", &format!("{headers}\r\n{{\"id\":7}}"), "");
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[test]
fn head_has_the_headers_of_get() {
    for Servers { name, hiding, .. } in all() {
        // actix-web and Rocket have no route for it.
        let path = "/text/503";
        let get = Client::new(*hiding).get(path);
        let head = Client::new(*hiding).send("HEAD", path, "");
        if *name == "actix_web" || *name == "axum" && head.status == 405 {
            continue;
        }
        assert_eq!(head.status, 503, "{name}");
        for header in ["content-type", "content-length"] {
            assert_eq!(head.headers.get(header), get.headers.get(header), "{name}");
        }
    }
}
