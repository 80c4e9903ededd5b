//! Python clients and curl against an axum server with this crate: they read the same as from FastAPI.

use std::process::Command;

use axum::Router;
use axum::extract::Path;
use axum::middleware::map_response;
use axum::routing::{get, post};
use kate_errors::KateError;
use kate_errors::api::{
    ApiError, AuthError, RateLimitError, RunError, SubscriptionError, ToolError,
};
use python_tests::fastapi::{FastApiError, FormError, Phrase};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::installed::{printed, report, script};
use crate::servers::FASTAPI;

/// What `fastapi_app.py` raises itself.
#[derive(Debug, KateError)]
#[kate(axum)]
enum ShopError {
    #[status(404)]
    #[detail("Item {id} not found")]
    #[header("x-error", "missing item")]
    NoSuchItem { id: u64 },
    #[status(402)]
    #[detail("Insufficient token balance. Required: {required}, available: {available}")]
    #[header("x-wallet", "w1")]
    NoTokens { required: u64, available: u64 },
    #[status(409)]
    #[detail("{detail}")]
    Any { detail: String },
}

async fn phrase(Path(status): Path<u16>) -> Result<(), FastApiError> {
    Err(FastApiError::Phrase(match status {
        403 => Phrase::Forbidden,
        418 => Phrase::ImATeapot,
        503 => Phrase::ServiceUnavailable,
        _ => Phrase::NotFound,
    }))
}

async fn security(Path(scheme): Path<String>) -> FastApiError {
    let challenge = match scheme.as_str() {
        "realm" => "Basic realm=\"kate\"",
        "key" => "APIKey",
        _ => "Bearer",
    };
    let challenge = Some(challenge.to_owned());
    FastApiError::NotAuthenticated { challenge }
}

async fn form() -> FastApiError {
    FormError::NoBoundary.into()
}

/// Errors of the Kate API, each with its status and its detail.
fn kate() -> Vec<(ApiError, u16, &'static str)> {
    let balance = |amounts: Option<(u64, u64)>| SubscriptionError::InsufficientTokenBalance {
        required: amounts.map(|(required, _)| required),
        available: amounts.map(|(_, available)| available),
    };
    let retry_after = Some(30);
    vec![
        (AuthError::InvalidApiKey.into(), 401, "Invalid API key"),
        (balance(None).into(), 402, "Insufficient token balance"),
        (
            balance(Some((500, 120))).into(),
            402,
            "Insufficient token balance. Required: 500, available: 120",
        ),
        (RunError::NotFound.into(), 404, "Run not found"),
        (
            ToolError::CredentialsRequired.into(),
            428,
            "Tool requires credentials not yet configured",
        ),
        (
            RateLimitError::Exceeded { retry_after }.into(),
            429,
            "Rate limit exceeded",
        ),
        (ToolError::TimedOut.into(), 504, "Tool execution timed out"),
    ]
}

async fn kate_error(Path(index): Path<usize>) -> ApiError {
    kate().swap_remove(index).0
}

/// The routes of `fastapi_app.py`, and the errors of the Kate API.
fn router() -> Router {
    let detail = "“Käse” \\ \"7\"\n\t\u{1}\u{7f}\u{2028} 😀".to_owned();
    let subscribe = async || ShopError::NoTokens {
        required: 500,
        available: 120,
    };
    let busy = async || RateLimitError::Exceeded {
        retry_after: Some(30),
    };
    Router::new()
        .route(
            "/items/{id}",
            get(async |Path(id)| ShopError::NoSuchItem { id }),
        )
        .route("/subscriptions", post(subscribe))
        .route("/busy", get(busy))
        .route("/quoted", get(async || ShopError::Any { detail }))
        .route("/phrases/{status}", get(phrase))
        .route("/security/{scheme}", get(security))
        .route("/form", post(form))
        .route("/kate/{index}", get(kate_error))
        .layer(map_response(kate_errors::axum::detail::<ApiError>))
}

/// Serves until the runtime of the test ends.
async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router()).await });
    format!("http://{address}")
}

/// What `clients.py` reads from a server: for each target first with requests, then with httpx.
fn read(server: &str, targets: &[String]) -> Option<Vec<Value>> {
    let mut clients = script("clients.py")?;
    let answers = printed(clients.arg(server).args(targets));
    Some(serde_json::from_str(&answers).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn python_clients_read_the_same_from_our_server_and_from_fastapi() {
    let Some(fastapi) = &*FASTAPI else { return };
    let targets = [
        "POST /subscriptions",
        "GET /items/7",
        "GET /busy",
        "GET /quoted",
        "GET /phrases/403",
        "GET /phrases/418",
        "GET /phrases/503",
        "GET /security/bearer",
        "GET /security/realm",
        "GET /security/key",
        // Errors of axum itself.
        "GET /nowhere",
        "DELETE /items/7",
    ]
    .map(str::to_owned);
    let mut ours = read(&serve().await, &targets).unwrap();
    let mut theirs = read(&fastapi.address, &targets).unwrap();
    // The GET routes of axum take HEAD too.
    let allow = |answer: &mut Value| answer["headers"].as_object_mut().unwrap().remove("allow");
    let (our_allow, their_allow) = (ours.iter_mut().map(allow), theirs.iter_mut().map(allow));
    let (our_allow, their_allow): (Vec<_>, Vec<_>) = (our_allow.collect(), their_allow.collect());
    assert_eq!(
        our_allow[22..],
        [Some(json!("GET,HEAD")), Some(json!("GET,HEAD"))]
    );
    assert_eq!(their_allow[22..], [Some(json!("GET")), Some(json!("GET"))]);

    assert_eq!(ours.len(), 2 * targets.len());
    for (our, their) in ours.iter().zip(&theirs) {
        assert_eq!(our, their);
    }
    let detail = "Insufficient token balance. Required: 500, available: 120";
    let body = format!("{{\"detail\":\"{detail}\"}}");
    let subscription = |client: &str| {
        json!({
            "client": client,
            "target": "POST /subscriptions",
            "status": 402,
            "detail": detail,
            "members": ["detail"],
            "text": body,
            "headers": {
                "content-type": "application/json",
                "content-length": body.len().to_string(),
                "x-wallet": "w1",
            },
        })
    };
    assert_eq!(ours[..2], [subscription("requests"), subscription("httpx")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn python_clients_read_the_kate_api() {
    let errors = kate();
    let targets: Vec<_> = (0..errors.len())
        .map(|index| format!("GET /kate/{index}"))
        .collect();
    let Some(answers) = read(&serve().await, &targets) else {
        return;
    };
    assert_eq!(answers.len(), 2 * errors.len());
    for (answers, (_, status, detail)) in answers.chunks(2).zip(errors) {
        for (answer, client) in answers.iter().zip(["requests", "httpx"]) {
            assert_eq!(answer["client"], client);
            assert_eq!(answer["status"], status);
            assert_eq!(answer["detail"], detail);
            assert_eq!(answer["headers"]["content-type"], "application/json");
            let wait = (status == 429).then(|| json!("30"));
            assert_eq!(answer["headers"].get("retry-after"), wait.as_ref());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn curl_reads_the_kate_api() {
    let Ok(_) = Command::new("curl").arg("--version").output() else {
        return report("skipped: no curl");
    };
    let server = serve().await;
    let curl = |index: usize, arguments: &[&str]| {
        let mut curl = Command::new("curl");
        curl.args(["-sS", "--noproxy", "*", "--max-time", "20"]);
        curl.args(arguments).arg(format!("{server}/kate/{index}"));
        curl
    };
    let errors = kate();
    for (index, (_, status, detail)) in errors.iter().enumerate() {
        let wait = if *status == 429 { "30" } else { "" };
        let answer = printed(&mut curl(
            index,
            &["-w", " %{http_code} %{content_type} %header{retry-after}"],
        ));
        let expected = format!("{{\"detail\":\"{detail}\"}} {status} application/json {wait}");
        assert_eq!(answer, expected);

        let output = curl(index, &["--fail"]).output().unwrap();
        assert_eq!(output.status.code(), Some(22), "{output:?}");
    }
}
