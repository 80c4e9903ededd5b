//! The errors of the Kate API, sent by a real server and decoded by a real client.
//!
//! `cargo run --example demo` starts the server on a loopback port, calls it, prints every error, and checks that each comes back as
//! the value that the server returned. If one does not, the exit status is 1.
//!
//! `cargo run --example demo -- --serve 127.0.0.1:8080` keeps the server running, so that you can call it with curl.

mod client;
mod print;
mod server;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => round_trip().await,
        ["--serve", address] => serve(address).await,
        _ => {
            eprintln!("usage: demo [--serve ADDRESS:PORT]");
            Ok(ExitCode::from(2))
        }
    }
}

async fn serve(address: &str) -> Result<ExitCode, Box<dyn Error>> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    println!("The Kate API's errors are served on http://{address}. Try:\n");
    for line in client::examples() {
        println!("  curl -i http://{address}{line}");
    }
    axum::serve(listener, server::router()).await?;
    Ok(ExitCode::SUCCESS)
}

async fn round_trip() -> Result<ExitCode, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async { axum::serve(listener, server::router()).await });

    let answers = client::call_everything(&base).await?;
    answers.iter().for_each(print::answer);
    let equal = answers.iter().filter(|answer| answer.equal).count();
    println!("{equal} of {} errors came back equal", answers.len());
    Ok(if equal == answers.len() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
