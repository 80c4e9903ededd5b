//! A server that answers every connection with the same bytes.

use std::io::{BufRead as _, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use crate::answer::{Answer, End};

/// A server on a loopback port. It ends with the process.
#[derive(Debug)]
pub struct Server {
    /// Its address.
    pub url: String,
    sent: Arc<AtomicU64>,
}

impl Server {
    fn start(answer: impl Fn(TcpStream, &AtomicU64) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let sent = Arc::new(AtomicU64::new(0));
        let (counter, answer) = (Arc::clone(&sent), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counter, answer) = (Arc::clone(&counter), Arc::clone(&answer));
                thread::spawn(move || answer(stream, &counter));
            }
        });
        Self { url, sent }
    }

    /// How many bytes of bodies, or how many answers, it has sent.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }
}

fn read_request(stream: &TcpStream) {
    let lines = BufReader::new(stream).lines();
    lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .for_each(drop);
}

/// Sends these bytes, and closes the connection.
#[must_use]
pub fn raw(answer: impl Into<Vec<u8>>) -> Server {
    serve(Answer::new(answer))
}

/// Sends this answer on each connection.
#[must_use]
pub fn serve(answer: Answer) -> Server {
    Server::start(move |mut stream, sent| {
        match answer.end {
            // The system resets a connection that is closed with a request that nobody has read.
            End::Reset => drop(stream.peek(&mut [0])),
            End::Close | End::Hold => read_request(&stream),
        }
        sent.fetch_add(1, Ordering::Relaxed);
        for (pause, piece) in &answer.pieces {
            thread::sleep(*pause);
            // The client may close the connection first.
            if stream.write_all(piece).is_err() {
                return;
            }
        }
        match answer.end {
            End::Close => {}
            // The client reads first what was sent.
            End::Reset => thread::sleep(Duration::from_millis(100)),
            End::Hold => thread::sleep(Duration::from_mins(1)),
        }
    })
}

/// Sends this head and a body of this length, in small pieces, while the client reads.
#[must_use]
pub fn endless(head: &str, length: u64) -> Server {
    const CHUNK: [u8; 16 * 1024] = [b'x'; 16 * 1024];
    let head = format!("{head}content-length: {length}\r\n\r\n{{\"detail\":\"");
    Server::start(move |mut stream, sent| {
        read_request(&stream);
        if stream.write_all(head.as_bytes()).is_err() {
            return;
        }
        for _ in 0..length / CHUNK.len() as u64 {
            if stream.write_all(&CHUNK).is_err() {
                return;
            }
            sent.fetch_add(CHUNK.len() as u64, Ordering::Relaxed);
        }
    })
}
