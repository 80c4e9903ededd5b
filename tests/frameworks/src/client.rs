//! An HTTP/1.1 client on a TCP connection: a library would not show every byte.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// A connection that is kept alive.
#[derive(Debug)]
pub struct Client {
    stream: BufReader<Recorded>,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// The status of the first line.
    pub status: StatusCode,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, without the framing of chunks.
    pub body: Vec<u8>,
    /// Every byte of the response.
    pub raw: Vec<u8>,
}

impl Client {
    /// Connects. A server that does not answer in 20 seconds fails the test.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        let connect = || {
            let stream = TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(Duration::from_secs(20)))?;
            io::Result::Ok(stream)
        };
        let stream = Recorded {
            stream: connect().expect("the server listens"),
            bytes: Vec::new(),
        };
        Self {
            stream: BufReader::new(stream),
        }
    }

    /// Sends a GET request.
    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    /// Sends a body as JSON, or none.
    pub fn send(&mut self, method: &str, path: &str, body: &str) -> Answer {
        self.send_with(method, path, "", body)
    }

    /// As [`Self::send`], with more headers. Each is a whole line.
    pub fn send_with(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let about_body = match body.len() {
            0 => String::new(),
            length => format!("content-type: application/json\r\ncontent-length: {length}\r\n"),
        };
        let head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n{headers}{about_body}");
        let request = format!("{head}\r\n{body}");
        let stream = self.stream.get_mut();
        let sent = stream.stream.write_all(request.as_bytes());
        sent.expect("the connection is open");
        stream.bytes.clear();
        let answer = self.receive(method == "HEAD");
        answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn receive(&mut self, is_head: bool) -> io::Result<Answer> {
        assert!(self.stream.buffer().is_empty(), "bytes before the request");
        let first = self.line()?;
        let status = first
            .strip_prefix("HTTP/1.1 ")
            .and_then(|rest| rest.get(..3));
        let status = status.and_then(|code| code.parse().ok());
        let status = status.unwrap_or_else(|| panic!("no HTTP: {first:?}"));
        let mut headers = HeaderMap::new();
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').expect("a header has a colon");
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            headers.append(
                name,
                HeaderValue::from_bytes(value.trim().as_bytes()).unwrap(),
            );
        }
        let mut body = Vec::new();
        if is_head {
            // The length is that of the body that GET would get.
        } else if let Some(length) = headers.get("content-length") {
            body.resize(length.to_str().unwrap().parse().unwrap(), 0);
            self.stream.read_exact(&mut body)?;
        } else if headers.contains_key("transfer-encoding") {
            self.chunks(&mut body)?;
        } else {
            self.stream.read_to_end(&mut body)?;
        }
        Ok(Answer {
            status,
            headers,
            body,
            raw: self.stream.get_ref().bytes.clone(),
        })
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let length = usize::from_str_radix(&self.line()?, 16).expect("a chunk's length");
            let mut chunk = vec![0; length];
            self.stream.read_exact(&mut chunk)?;
            body.extend(chunk);
            assert_eq!(self.line()?, "", "a chunk ends with its line");
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        self.stream.read_until(b'\n', &mut line)?;
        let line = line
            .strip_suffix(b"\r\n")
            .ok_or(io::ErrorKind::UnexpectedEof)?;
        String::from_utf8(line.to_vec()).map_err(io::Error::other)
    }
}

/// Sends a GET request on a new connection.
#[must_use]
pub fn get(address: SocketAddr, path: &str) -> Answer {
    Client::new(address).get(path)
}

/// A stream that keeps all bytes that were read.
#[derive(Debug)]
struct Recorded {
    stream: TcpStream,
    bytes: Vec<u8>,
}

impl Read for Recorded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.bytes.extend(&buffer[..read]);
        Ok(read)
    }
}
