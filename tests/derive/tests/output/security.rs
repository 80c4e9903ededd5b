//! The statements of `kate_errors::security` about responses. `report` and `undecoded` test those about logs, `hostile_bodies` those
//! about bodies, and the tests of the clients those about long bodies.

use std::io;

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use kate_errors::{Decode, ErrorSpec, KateError, Report, ToResponse, UndecodedKind};

/// Errors with a secret
#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[header("cache-control", "no-store")]
enum Store {
    /// The secret cause
    #[detail("No item {name}")]
    #[fix("Read the secret manual")]
    NoItem {
        name: String,
        #[kate(skip)]
        query: String,
        #[header("x-hint")]
        hint: Option<String>,
    },
    #[detail("{count} items of {name}")]
    Few { count: u8, name: String },
    #[detail("All items of {name}")]
    All { name: String },
}

fn no_item(name: &str) -> Store {
    Store::NoItem {
        name: name.to_owned(),
        query: "SELECT secret".to_owned(),
        hint: None,
    }
}

/// All that a server sends.
fn sent(error: &impl KateError) -> String {
    let response: Response<Vec<u8>> = error.to_response();
    let line = |(name, value): (&HeaderName, &HeaderValue)| {
        format!("{name}: {}\n", value.to_str().unwrap_or("?"))
    };
    let headers: String = response.headers().iter().map(line).collect();
    let body = str::from_utf8(response.body()).unwrap();
    format!("{}\n{headers}\n{body}", response.status())
}

#[test]
fn status_headers_and_detail_are_all_that_is_sent() {
    assert_eq!(
        sent(&no_item("a")),
        "404 Not Found\ncache-control: no-store\ncontent-type: application/json\n\n{\"detail\":\"No item a\"}"
    );
}

#[test]
fn the_error_spec_is_in_the_extensions_and_is_not_sent() {
    let response: Response<Vec<u8>> = no_item("a").into();
    let spec = response.extensions().get::<&'static ErrorSpec>();
    assert_eq!(
        spec.and_then(|spec| spec.fix()),
        Some("Read the secret manual")
    );
    assert!(!sent(&no_item("a")).contains("manual"));
}

#[test]
fn a_field_that_the_printed_form_does_not_name_is_not_sent() {
    #[derive(Debug, KateError)]
    #[status(404)]
    enum Item {
        #[detail("No item {id} of {owner}")]
        #[detail("No item {id}")]
        Missing { id: u8, owner: Option<String> },
        #[detail("Item {id} of {owner} is {state}")]
        #[detail("Item {id} is lost")]
        Lost {
            id: u8,
            owner: Option<String>,
            state: Option<bool>,
        },
    }

    let missing = Item::Missing { id: 1, owner: None };
    let lost = Item::Lost {
        id: 1,
        owner: Some("hunter2".to_owned()),
        state: None,
    };
    assert!(sent(&missing).ends_with(r#"{"detail":"No item 1"}"#));
    assert!(sent(&lost).ends_with(r#"{"detail":"Item 1 is lost"}"#));
    assert!(!sent(&lost).contains("hunter2"));
}

#[test]
fn a_value_of_any_length_is_sent_whole() {
    let name = "\"a\" ".repeat(if cfg!(miri) { 100 } else { 100_000 });
    let back = Store::decode(
        StatusCode::NOT_FOUND,
        &HeaderMap::new(),
        &no_item(&name).body(),
    );
    assert_eq!(back.unwrap().detail(), format!("No item {name}"));
}

#[test]
fn retry_after_is_a_number_of_seconds_that_fits_the_type_or_none() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(503)]
    #[detail("Busy")]
    struct Busy(#[header("retry-after")] Option<u64>);

    let body = Busy(None).body();
    for (sent, read) in [
        ("0", Some(0)),
        ("18446744073709551615", Some(u64::MAX)),
        ("18446744073709551616", None),
        ("-1", None),
        ("1e3", None),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", HeaderValue::from_static(sent));
        let busy = Busy::decode(StatusCode::SERVICE_UNAVAILABLE, &headers, &body);
        assert_eq!(busy.unwrap(), Busy(read), "{sent}");
    }
}

#[test]
fn an_emit_only_template_sends_whatever_it_names() {
    #[derive(Debug, KateError)]
    #[status(500)]
    #[kate(emit_only)]
    enum Told {
        #[detail("Failed")]
        Silent { source: io::Error },
        #[detail("Failed: {self:?}")]
        Whole { source: io::Error },
        #[detail("Failed: {}", self.why())]
        Argument { source: io::Error },
    }

    impl Told {
        fn why(&self) -> String {
            format!("{:?}", std::error::Error::source(self))
        }
    }

    let source = || io::Error::other("hunter2");
    assert!(!sent(&Told::Silent { source: source() }).contains("hunter2"));
    assert!(sent(&Told::Whole { source: source() }).contains("hunter2"));
    assert!(sent(&Told::Argument { source: source() }).contains("hunter2"));
}

#[test]
fn a_value_never_leaves_its_json_string() {
    for name in [
        "\",\"admin\":true,\"x\":\"",
        "\\",
        "\\\",\"detail\":\"",
        "\"}\r\n\r\n{\"",
        "\0\u{1b}[31m\u{7f}\u{2028}",
    ] {
        let body: serde_json::Value = serde_json::from_slice(&no_item(name).body()).unwrap();
        assert_eq!(
            body,
            serde_json::json!({ "detail": format!("No item {name}") })
        );
    }
}

#[test]
fn a_value_is_sent_whole_in_a_header_or_left_out() {
    for (hint, is_sent) in [
        ("wait", true),
        ("caf\u{e9}, \"quoted\"\tor; not", true),
        ("a\r\nset-cookie: admin=1", false),
        ("a\nb", false),
        ("a\rb", false),
        ("a\0b", false),
        ("a\u{7f}b", false),
        // HTTP takes these for the bytes of UTF-8.
        ("a\u{85}\u{9b}b", true),
        (" a", false),
    ] {
        let mut error = no_item("a");
        if let Store::NoItem { hint: field, .. } = &mut error {
            *field = Some(hint.to_owned());
        }
        let headers = error.to_response::<Vec<u8>>().headers().clone();
        let found = headers.get("x-hint").map(HeaderValue::as_bytes);
        assert_eq!(found, is_sent.then_some(hint.as_bytes()), "{hint:?}");
        assert_eq!(headers.len(), 2 + usize::from(is_sent));
    }
}

#[test]
fn no_value_makes_the_detail_of_another_error() {
    for name in [
        "",
        "No item a",
        "1 items of a",
        "All items of a",
        " items of ",
        "\0",
    ] {
        let name = name.to_owned();
        for error in [
            no_item(&name),
            Store::Few {
                count: 1,
                name: name.clone(),
            },
            Store::All { name },
        ] {
            let back = Store::decode(error.status(), &HeaderMap::new(), &error.body()).unwrap();
            assert_eq!(back.spec(), error.spec());
            assert_eq!(back.detail(), error.detail());
        }
    }
}

#[test]
fn nothing_is_escaped_for_html() {
    let response: Response<Vec<u8>> = no_item("<script>&").to_response();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), br#"{"detail":"No item <script>&"}"#);
}

#[test]
fn display_prints_control_characters_and_a_report_escapes_them() {
    let error = no_item("a\nb");
    assert_eq!(error.to_string(), "No item a\nb");
    assert!(
        Report::new(&error)
            .to_string()
            .starts_with(r"Store::NoItem (404): No item a\nb; ")
    );
}

#[test]
fn an_undecoded_response_displays_as_one_short_line_and_debugs_whole() {
    let mut headers = HeaderMap::new();
    headers.insert("set-cookie", HeaderValue::from_static("session=hunter2"));
    let body = format!("{{\"detail\":\"\\n\\u001b{}\"}}", "x".repeat(300));
    let undecoded = Store::decode(StatusCode::NOT_FOUND, &headers, body.as_bytes()).unwrap_err();
    assert_eq!(undecoded.kind(), UndecodedKind::NoMatch);
    let line = undecoded.to_string();
    assert!(
        !line.contains(char::is_control) && !line.contains("hunter2"),
        "{line}"
    );
    assert_eq!(line.matches('x').count(), 198);
    let whole = format!("{undecoded:?}");
    assert!(whole.contains("hunter2") && whole.contains(&"x".repeat(300)));
}
