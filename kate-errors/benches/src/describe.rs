//! A description of the errors that are measured. The generator makes a type of each peer from it.

/// An error.
#[derive(Debug)]
pub struct Error {
    /// The variant's name.
    pub name: String,
    /// Its status.
    pub status: u16,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// A part of a text.
#[derive(Debug)]
pub enum Piece {
    /// A literal.
    Literal(String),
    /// A field, with its name and type.
    Field(String, Type),
}

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// An integer.
    U64,
    /// A text.
    String,
}

impl Error {
    /// Parses a text with fields such as `{count:u64}`.
    fn new(name: impl Into<String>, status: u16, text: &str) -> Self {
        let mut pieces = Vec::new();
        for (index, part) in text.split(['{', '}']).enumerate() {
            match part.split_once(':').filter(|_| index % 2 == 1) {
                Some((field, kind)) => {
                    let kind = if kind == "u64" {
                        Type::U64
                    } else {
                        Type::String
                    };
                    pieces.push(Piece::Field(field.to_owned(), kind));
                }
                None if part.is_empty() => {}
                None => pieces.push(Piece::Literal(part.to_owned())),
            }
        }
        Self {
            name: name.into(),
            status,
            pieces,
        }
    }

    /// The fields, in the text's order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, Type)> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Field(name, kind) => Some((name.as_str(), *kind)),
        })
    }

    /// Whether the text has no fields.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.fields().next().is_none()
    }

    /// The text, with a replacement for each field.
    pub fn text(&self, field: impl Fn(&str, Type) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Field(name, kind) => field(name, *kind),
        };
        self.pieces.iter().map(piece).collect()
    }

    /// The text as the peers have it in their attributes.
    #[must_use]
    pub fn template(&self) -> String {
        self.text(|name, _| format!("{{{name}}}"))
    }

    /// The text of an example value.
    #[must_use]
    pub fn sample(&self) -> String {
        self.text(|_, kind| match kind {
            Type::U64 => "120".to_owned(),
            Type::String => "atlas".to_owned(),
        })
    }
}

/// The 20 errors of the Kate API's reference. There, three errors share a text and a template with fields. Here one of them has the
/// template, one has the text, and the third has a template of its own, so that all are different.
#[must_use]
pub fn kate() -> Vec<Error> {
    [
        ("InvalidApiKey", 401, "Invalid API key"),
        ("MissingAuthorization", 401, "Missing authorization header"),
        ("TokenExpired", 401, "Token expired"),
        ("ArtifactNotFound", 404, "Artifact not found"),
        ("AlreadyHasDraft", 409, "Artifact already has a draft"),
        ("CoverNotGenerated", 400, "Cover not generated"),
        ("FileTooLarge", 400, "File too large"),
        ("AlreadySubscribed", 409, "Already subscribed"),
        (
            "InsufficientTokenBalance",
            402,
            "Insufficient token balance. Required: {required:u64}, available: {available:u64}",
        ),
        ("ArtifactNotListed", 400, "Artifact not listed"),
        ("NoActiveSubscription", 403, "No active subscription"),
        ("QueryBalance", 402, "Insufficient token balance"),
        ("RunNotRunning", 400, "Run is not in RUNNING status"),
        ("RunNotFound", 404, "Run not found"),
        (
            "RequiresCredentials",
            428,
            "Tool requires credentials not yet configured",
        ),
        (
            "ToolBalance",
            402,
            "Tool {tool:String} costs {tokens:u64} tokens",
        ),
        ("ToolFailed", 502, "Tool execution failed"),
        ("ToolTimedOut", 504, "Tool execution timed out"),
        ("ToolNotValidated", 400, "Tool has not passed validation"),
        (
            "RateLimited",
            429,
            "Rate limit exceeded. Retry in {seconds:u64} seconds",
        ),
    ]
    .map(|(name, status, text)| Error::new(name, status, text))
    .into()
}

const STATUSES: [u16; 4] = [400, 404, 409, 422];

/// Up to 1,000 errors with words like those of the reference. A tenth of them have fields.
#[must_use]
pub fn synthetic(count: usize) -> Vec<Error> {
    const SUBJECTS: [&str; 10] = [
        "Artifact",
        "Agent",
        "Run",
        "Tool",
        "Subscription",
        "Query",
        "Draft",
        "Token",
        "Upload",
        "Webhook",
    ];
    const ASPECTS: [&str; 10] = [
        "version",
        "owner",
        "cover",
        "price",
        "key",
        "name",
        "status",
        "limit",
        "region",
        "description",
    ];
    const STATES: [&str; 9] = [
        "is not published",
        "was not found",
        "has expired",
        "already exists",
        "cannot be read",
        "is too large",
        "is locked",
        "is not yours",
        "must be approved first",
    ];
    let error = |index: usize| {
        let [subject, aspect, state] = words(index);
        let start = format!("{} {}", SUBJECTS[subject], ASPECTS[aspect]);
        let text = match (state.checked_sub(1), index % 3) {
            (Some(state), _) => format!("{start} {}", STATES[state]),
            (None, 0) => format!("{start} holds {{used:u64}} of {{limit:u64}} items"),
            (None, 1) => format!("{start} must be below {{limit:u64}}"),
            (None, _) => format!("{start} '{{name:String}}' was refused after {{count:u64}} tries"),
        };
        Error::new(format!("E{index}"), STATUSES[index % 4], &text)
    };
    (0..count).map(error).collect()
}

/// 1,000 errors without fields. All texts have the same length.
#[must_use]
pub fn one_length() -> Vec<Error> {
    const SUBJECTS: [&str; 10] = [
        "Agent", "Asset", "Cover", "Draft", "Event", "Group", "Model", "Query", "Token", "Trace",
    ];
    const ASPECTS: [&str; 10] = [
        "budget", "digest", "format", "limits", "policy", "record", "region", "schema", "source",
        "target",
    ];
    const STATES: [&str; 10] = [
        "has no owner",
        "is forbidden",
        "is not empty",
        "is not found",
        "is not ready",
        "is not valid",
        "is not yours",
        "is too large",
        "is too small",
        "was archived",
    ];
    let error = |index: usize| {
        let [subject, aspect, state] = words(index);
        let text = format!(
            "{} {} {}",
            SUBJECTS[subject], ASPECTS[aspect], STATES[state]
        );
        Error::new(format!("E{index}"), STATUSES[index % 4], &text)
    };
    (0..1_000).map(error).collect()
}

/// The indices of three words. No two of 1,000 numbers have the same three. Ten consecutive numbers have all the first words and all the
/// third ones.
fn words(index: usize) -> [usize; 3] {
    let (tens, hundreds) = (index / 10, index / 100);
    [index % 10, tens % 10, (index + tens + hundreds) % 10]
}
