//! Responses: written by hand, or built of what the errors say.

use std::fmt::Write as _;
use std::net::IpAddr;

use arbitrary::{Arbitrary, Result, Unstructured};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use kate_errors::KateError;

use crate::every::{Every, Member, status};

/// What a client received.
#[derive(Debug)]
pub struct Received {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Received {
    /// By hand it is as on the wire: `=404`, lines of headers, an empty line, the body.
    pub fn read(data: &[u8]) -> Option<Self> {
        match data.strip_prefix(b"=") {
            Some(written) => Self::by_hand(written),
            None => Built::arbitrary_take_rest(Unstructured::new(data))
                .ok()
                .map(Built::send),
        }
    }

    fn by_hand(written: &[u8]) -> Option<Self> {
        let end = written.windows(2).position(|bytes| bytes == b"\n\n")?;
        let mut lines = std::str::from_utf8(&written[..end]).ok()?.lines();
        let status = lines.next()?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        Some(Self {
            status,
            headers: collect(headers),
            body: written[end + 2..].to_vec(),
        })
    }
}

/// The wire keeps no space at an end of a value.
fn collect<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in all {
        let value = HeaderValue::from_bytes(value.trim_matches([' ', '\t']).as_bytes());
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value) {
            headers.append(name, value);
        }
    }
    headers
}

#[derive(Arbitrary)]
struct Built {
    #[arbitrary(with = any_status)]
    status: StatusCode,
    headers: Vec<(Header, String)>,
    body: Body,
    changes: [Option<Change>; 2],
}

/// Below 400 too.
fn any_status(u: &mut Unstructured<'_>) -> Result<StatusCode> {
    if u.ratio(1, 16)? {
        let code = u.int_in_range(100..=999)?;
        return StatusCode::from_u16(code).map_err(|_| arbitrary::Error::IncorrectFormat);
    }
    status(u)
}

#[derive(Arbitrary, Clone, Copy)]
enum Header {
    RetryAfter,
    Hint,
    Other,
}

impl Header {
    const fn name(self) -> &'static str {
        match self {
            Self::RetryAfter => "retry-after",
            Self::Hint => "x-hint",
            Self::Other => "x-other",
        }
    }
}

#[derive(Arbitrary)]
enum Body {
    Bytes(Vec<u8>),
    /// The body of an error, as it is sent.
    Sent(Every),
    SentElsewhere(Member),
    Object(Vec<(Name, Value, Space)>),
}

#[derive(Arbitrary)]
enum Name {
    Detail,
    Member,
    Text(String, Escapes),
    /// One of the names with escapes.
    Escaped(bool, Escapes),
}

#[derive(Arbitrary)]
enum Value {
    Text(Vec<Piece>, Escapes),
    /// The detail of an error.
    Detail(Every, Escapes),
    Number(f64),
    Digits(u8),
    Null,
    Nested(u16, Space),
    Bytes(Vec<u8>),
}

#[derive(Arbitrary)]
enum Piece {
    Words(u8),
    Text(String),
    Integer(i128),
    Small(u8),
    Float(f64),
    Hex(u64),
    Address(IpAddr),
    /// The text so far, repeated this many times.
    Repeat(u8),
}

/// What the templates say around their fields.
const WORDS: [&str; 32] = [
    "Artifact not found",
    "Run ",
    " is lost",
    "Key ",
    "/",
    "Slug ",
    ": ",
    " is ",
    "true",
    "false",
    "At ",
    ",",
    ", in ",
    " used ",
    " of ",
    "Insufficient balance",
    ". Required: ",
    ", available: ",
    "No route from ",
    " to ",
    "Busy",
    "Color ",
    "0x",
    "From ",
    " via ",
    "Cannot read ",
    "Nest ",
    " not found",
    "Nest is gone",
    "No",
    " in ",
    "-",
];

/// How each character of a string is written, in turns.
#[derive(Arbitrary)]
struct Escapes(Vec<Escape>);

#[derive(Arbitrary, Clone, Copy, PartialEq)]
enum Escape {
    Needed,
    Short,
    Hex,
    CapitalHex,
}

#[derive(Arbitrary, Clone, Copy)]
enum Space {
    None,
    One,
    All,
}

impl Space {
    const fn text(self) -> &'static str {
        match self {
            Self::None => "",
            Self::One => " ",
            Self::All => "\t\n\r ",
        }
    }
}

#[derive(Arbitrary)]
enum Change {
    Replace(u16, u8),
    Insert(u16, u8),
    Remove(u16),
    Cut(u16),
    Append(Vec<u8>),
}

impl Built {
    fn send(self) -> Received {
        let (mut status, mut body) = (self.status, Vec::new());
        match self.body {
            Body::Bytes(bytes) => body = bytes,
            Body::Sent(error) => {
                status = error.status();
                error.write_body(&mut body);
            }
            Body::SentElsewhere(error) => {
                status = error.status();
                error.write_body(&mut body);
            }
            Body::Object(members) => object(&members, &mut body),
        }
        for change in self.changes.into_iter().flatten() {
            change.apply(&mut body);
        }
        let headers = self
            .headers
            .iter()
            .map(|(header, value)| (header.name(), value.as_str()));
        Received {
            status,
            headers: collect(headers),
            body,
        }
    }
}

fn object(members: &[(Name, Value, Space)], out: &mut Vec<u8>) {
    out.push(b'{');
    for (index, (name, value, space)) in members.iter().enumerate() {
        let space = space.text().as_bytes();
        if index > 0 {
            out.push(b',');
        }
        out.extend_from_slice(space);
        name.write(out);
        out.extend_from_slice(space);
        out.push(b':');
        out.extend_from_slice(space);
        value.write(out);
        out.extend_from_slice(space);
    }
    out.push(b'}');
}

impl Name {
    fn write(&self, out: &mut Vec<u8>) {
        let (text, escapes) = match self {
            Self::Detail => ("detail", &Escapes(Vec::new())),
            Self::Member => ("\"m\u{e9}mber\"\n", &Escapes(Vec::new())),
            Self::Text(text, escapes) => (text.as_str(), escapes),
            Self::Escaped(true, escapes) => ("detail", escapes),
            Self::Escaped(false, escapes) => ("\"m\u{e9}mber\"\n", escapes),
        };
        escapes.write(text, out);
    }
}

impl Value {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Text(pieces, escapes) => escapes.write(&text(pieces), out),
            Self::Detail(error, escapes) => escapes.write(&error.detail(), out),
            Self::Number(number) => out.extend_from_slice(format!("{number:e}").as_bytes()),
            Self::Digits(count) => out.extend(std::iter::repeat_n(b'9', usize::from(*count) * 3)),
            Self::Null => out.extend_from_slice(b"null"),
            Self::Nested(depth, space) => {
                let depth = usize::from(*depth) % 512;
                out.extend_from_slice("[".repeat(depth).as_bytes());
                out.extend_from_slice(space.text().as_bytes());
                out.extend_from_slice("]".repeat(depth).as_bytes());
            }
            Self::Bytes(bytes) => out.extend_from_slice(bytes),
        }
    }
}

fn text(pieces: &[Piece]) -> String {
    const LONGEST: usize = 1 << 14;
    let mut text = String::new();
    for piece in pieces {
        let _ = match piece {
            Piece::Words(index) => write!(text, "{}", WORDS[usize::from(*index) % WORDS.len()]),
            Piece::Text(own) => write!(text, "{own}"),
            Piece::Integer(n) => write!(text, "{n}"),
            Piece::Small(n) => write!(text, "{n}"),
            Piece::Float(n) => write!(text, "{n}"),
            Piece::Hex(n) => write!(text, "{n:x}"),
            Piece::Address(address) => write!(text, "{address}"),
            Piece::Repeat(times) => {
                let most = LONGEST / text.len().max(1);
                text = text.repeat(usize::from(*times).clamp(1, most.max(1)));
                Ok(())
            }
        };
    }
    text
}

impl Escapes {
    fn write(&self, text: &str, out: &mut Vec<u8>) {
        let mut styles = self.0.iter().copied().cycle();
        out.push(b'"');
        for c in text.chars() {
            styles.next().unwrap_or(Escape::Needed).write(c, out);
        }
        out.push(b'"');
    }
}

impl Escape {
    fn write(self, c: char, out: &mut Vec<u8>) {
        let short = match c {
            '"' | '\\' | '/' => Some(c),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            _ => None,
        };
        let needed = c < ' ' || matches!(c, '"' | '\\');
        let mut escaped = String::new();
        match (self, short) {
            (Self::Short, Some(short)) => escaped.extend(['\\', short]),
            (Self::Needed | Self::Short, _) if !needed => escaped.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = match self {
                        Self::CapitalHex => write!(escaped, "\\u{unit:04X}"),
                        _ => write!(escaped, "\\u{unit:04x}"),
                    };
                }
            }
        }
        out.extend_from_slice(escaped.as_bytes());
    }
}

impl Change {
    fn apply(self, body: &mut Vec<u8>) {
        let length = body.len();
        let place = |at: u16| usize::from(at) % length.max(1);
        match self {
            Self::Append(bytes) => body.extend_from_slice(&bytes),
            _ if length == 0 => {}
            Self::Replace(at, byte) => body[place(at)] = byte,
            Self::Insert(at, byte) => body.insert(place(at), byte),
            Self::Remove(at) => drop(body.remove(place(at))),
            Self::Cut(at) => body.truncate(place(at)),
        }
    }
}
