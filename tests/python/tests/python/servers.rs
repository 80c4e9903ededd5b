//! The two servers, which run while the tests do.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::Duration;

use crate::installed;

pub(crate) static FASTAPI: LazyLock<Option<Server>> = LazyLock::new(|| start("fastapi_app.py"));
pub(crate) static REST_FRAMEWORK: LazyLock<Option<Server>> = LazyLock::new(|| start("drf_app.py"));

const START: Duration = Duration::from_secs(30);

/// A server. It ends when its standard input is closed, which the end of the tests does.
pub(crate) struct Server {
    pub(crate) address: String,
    _child: Child,
    _alive: ChildStdin,
}

fn start(name: &str) -> Option<Server> {
    let mut command = installed::script(name)?;
    let log = installed::log(name);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let (alive, printed) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        _ = BufReader::new(printed).read_line(&mut line);
        _ = sender.send(line);
    });
    let line = receiver.recv_timeout(START).unwrap_or_default();
    let address = line.trim_end().to_owned();
    if !address.starts_with("http://127.0.0.1:") {
        _ = child.kill();
        _ = child.wait();
        panic!("{name} did not start: {}", fs::read_to_string(log).unwrap());
    }
    Some(Server {
        address,
        _child: child,
        _alive: alive,
    })
}
