//! Errors that a layer sees only where it is in the right place, as the tables in the documentation of each framework say.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use framework_tests::client::{Answer, Client, get};
use framework_tests::foreign::{TEXT, named};
use http::HeaderValue;

fn compressed(name: &str, path: &str) -> Answer {
    let gzip = "accept-encoding: gzip\r\n";
    Client::new(named(name).hiding).send_with("GET", path, gzip, "")
}

fn body(answer: &Answer) -> &str {
    str::from_utf8(&answer.body).unwrap()
}

#[test]
fn compression_outside_of_the_layer_compresses_what_is_rewritten() {
    for name in ["actix_web", "axum"] {
        for status in [400, 500] {
            let answer = compressed(name, &format!("/outside/{status}"));
            assert_eq!(answer.status, status, "{name}");
            assert_eq!(answer.headers["content-type"], "application/json", "{name}");
            if name == "actix_web" || status == 400 {
                assert_eq!(answer.headers["content-encoding"], "gzip", "{name}");
            }
        }
    }
}

#[test]
fn compression_inside_of_the_layer_leaves_the_text_of_the_client_and_not_of_the_server() {
    for name in ["actix_web", "axum"] {
        let answer = compressed(name, "/inside/400");
        assert_eq!(answer.status, 400, "{name}");
        assert_eq!(answer.headers["content-encoding"], "gzip", "{name}");
        assert_ne!(
            answer
                .headers
                .get("content-type")
                .map(HeaderValue::as_bytes),
            Some(&b"application/json"[..])
        );
        let answer = compressed(name, "/inside/500");
        assert_eq!(answer.status, 500, "{name}");
        assert_eq!(
            body(&answer),
            r#"{"error":"Internal Server Error"}"#,
            "{name}"
        );
        assert!(!answer.headers.contains_key("content-encoding"), "{name}");
        assert_eq!(answer.headers["content-type"], "application/json", "{name}");
    }
}

#[test]
fn compression_of_warp_compresses_what_is_rewritten_inside() {
    let answer = compressed("warp", "/outside");
    assert_eq!(answer.status, 409);
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["content-encoding"], "gzip");
    let answer = compressed("warp", "/inside");
    assert_eq!(answer.status, 409);
    assert_ne!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["content-encoding"], "gzip");
}

#[test]
fn a_panic_that_nothing_catches_closes_the_connection() {
    for name in ["actix_web", "warp"] {
        let mut stream = TcpStream::connect(named(name).hiding).unwrap();
        let timeout = Some(Duration::from_secs(20));
        stream.set_read_timeout(timeout).unwrap();
        let request = b"GET /panic HTTP/1.1\r\nhost: localhost\r\n\r\n";
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert_eq!(answer, b"", "{name}");
    }
}

#[test]
fn a_request_that_is_no_websocket_is_the_clients_error() {
    let keep_alive = "connection: keep-alive\r\n";
    let mut client = Client::new(named("warp").hiding);
    let answer = client.send_with("GET", "/socket", keep_alive, "");
    let sent = (answer.status.as_u16(), body(&answer));
    assert_eq!(sent, (400, r#"{"error":"Bad Request"}"#));
}

#[test]
fn a_stream_of_known_length_of_actix_web_is_hidden_from_500_on() {
    let servers = named("actix_web");
    let answer = get(servers.hiding, "/sized");
    assert_eq!(body(&answer), r#"{"error":"Internal Server Error"}"#);
    assert_eq!(body(&get(servers.verbatim, "/sized")), "one two");
}

#[test]
fn an_error_of_a_middleware_of_actix_web_has_the_layout() {
    let servers = named("actix_web");
    for address in [servers.hiding, servers.verbatim] {
        let answer = get(address, "/refused/own");
        assert_eq!(
            (answer.status.as_u16(), body(&answer)),
            (401, r#"{"error":"Who are you?"}"#)
        );
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
        let answer = get(address, "/refused/403");
        let text = format!(r#"{{"error":"{TEXT}"}}"#);
        assert_eq!((answer.status.as_u16(), body(&answer)), (403, &*text));
        assert_eq!(answer.headers["content-type"], "application/json");
    }
    let answer = get(servers.hiding, "/refused/500");
    assert_eq!(
        (answer.status.as_u16(), body(&answer)),
        (500, r#"{"error":"Internal Server Error"}"#)
    );
    let answer = get(servers.verbatim, "/refused/500");
    assert_eq!(body(&answer), format!(r#"{{"error":"{TEXT}"}}"#));
}

#[test]
fn a_timeout_of_tower_http_has_the_layout() {
    let answer = get(named("axum").hiding, "/slow");
    assert_eq!(
        (answer.status.as_u16(), body(&answer)),
        (408, r#"{"error":"Request Timeout"}"#)
    );
}

#[test]
fn an_error_of_poem_or_salvo_with_a_text_has_the_layout() {
    for name in ["poem", "salvo"] {
        let servers = named(name);
        let text = format!(r#"{{"error":"{TEXT}"}}"#);
        for (status, hiding) in [(409, &*text), (502, r#"{"error":"Bad Gateway"}"#)] {
            let path = format!("/refused/{status}");
            let answer = get(servers.hiding, &path);
            assert_eq!(
                (answer.status.as_u16(), body(&answer)),
                (status, hiding),
                "{name}"
            );
            assert_eq!(body(&get(servers.verbatim, &path)), text, "{name}");
        }
    }
}

#[test]
fn a_redirect_of_salvo_is_left_as_it_is() {
    let answer = get(named("salvo").hiding, "/moved");
    assert_eq!(answer.status, 302);
    assert_eq!(answer.headers["location"], "/own");
}

#[test]
fn a_rejection_of_another_type_tells_nothing() {
    for address in [named("warp").hiding, named("warp").verbatim] {
        let answer = get(address, "/rejected");
        assert_eq!(
            (answer.status.as_u16(), body(&answer)),
            (500, r#"{"error":"Internal Server Error"}"#)
        );
    }
}

#[test]
fn the_error_of_a_guard_of_rocket_is_sent_with_its_headers() {
    let mut client = Client::new(named("rocket").hiding);
    for method in ["GET", "POST", "HEAD"] {
        let answer = client.send(method, "/guarded", "");
        assert_eq!(answer.status, 401);
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
        assert_eq!(answer.headers["content-type"], "application/json");
        assert_eq!(answer.headers["x-error"], "Unknown");
        let sent = if method == "HEAD" {
            ""
        } else {
            r#"{"error":"Who are you?"}"#
        };
        assert_eq!(body(&answer), sent);
    }
}

#[test]
fn the_error_of_a_guard_is_not_sent_for_another_error() {
    let mut client = Client::new(named("rocket").hiding);
    for (path, status, sent) in [
        (
            "/optional?how=text",
            400,
            format!(r#"{{"error":"{TEXT}"}}"#),
        ),
        (
            "/optional?how=none",
            404,
            r#"{"error":"Not Found"}"#.to_owned(),
        ),
        ("/missing", 404, r#"{"error":"Not Found"}"#.to_owned()),
    ] {
        let answer = client.get(path);
        assert_eq!((answer.status.as_u16(), body(&answer)), (status, &*sent));
        assert!(!answer.headers.contains_key("www-authenticate"), "{path}");
        assert!(!answer.headers.contains_key("x-error"), "{path}");
    }
}
