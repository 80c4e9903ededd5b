//! A group of types, as the documentation describes them.

/// The types of one group. The last one is decoded.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) name: String,
    /// `#[kate(member = "...")]` of all types.
    pub(super) member: Option<&'static str>,
    pub(super) types: Vec<Type>,
    /// The argument of the last type, where it has a parameter.
    pub(super) argument: FieldType,
}

/// An enum, or a struct with exactly one variant.
#[derive(Debug)]
pub(super) struct Type {
    pub(super) name: String,
    pub(super) side: Side,
    pub(super) is_struct: bool,
    pub(super) has_parameter: bool,
    pub(super) variants: Vec<Variant>,
}

/// The module of a type. Both have a type `Id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

#[derive(Debug)]
pub(super) enum Variant {
    Plain(Plain),
    Nested(Nested),
    Other,
}

#[derive(Debug)]
pub(super) struct Plain {
    pub(super) status: u16,
    pub(super) accept: Accept,
    pub(super) forms: Vec<Vec<Piece>>,
    pub(super) is_tuple: bool,
    pub(super) fields: Vec<Field>,
    pub(super) lossy: bool,
    pub(super) emit_only: bool,
}

#[derive(Debug)]
pub(super) struct Nested {
    /// An earlier type of the group.
    pub(super) inner: usize,
    pub(super) argument: FieldType,
    pub(super) boxed: bool,
    pub(super) lossy: bool,
    pub(super) emit_only: bool,
}

#[derive(Debug)]
pub(super) enum Accept {
    Own,
    Also(Vec<u16>),
    Any,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Literal(String),
    /// The number of the field.
    Field(usize),
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) of: FieldType,
    pub(super) optional: bool,
    /// `#[kate(chars = "...")]`
    pub(super) chars: Option<Characters>,
    pub(super) role: Role,
}

/// Characters as written, and all of them.
pub(super) type Characters = (&'static str, &'static str);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Detail,
    Skipped,
    /// Always an `Option<u8>`.
    Header,
    /// An `Option` of an error.
    Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldType {
    U8,
    I8,
    U64,
    NonZeroU8,
    Bool,
    Char,
    F32,
    String,
    Ipv4Addr,
    /// `DetailText` with "ab".
    Ab,
    /// `DetailText` with "0-9 ", and a `FromStr` that takes no spaces.
    Digits,
    /// No `DetailText`.
    Free,
    /// `DetailText` with "ab-" in one module and "1 " in the other.
    Id,
    /// An alias of `u8`.
    Number,
    /// An alias of `String`.
    Text,
    Parameter,
}

impl FieldType {
    pub(super) const ARGUMENTS: [Self; 4] = [Self::U8, Self::String, Self::Ab, Self::Bool];

    pub(super) fn spelled(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::I8 => "i8",
            Self::U64 => "u64",
            Self::NonZeroU8 => "std::num::NonZeroU8",
            Self::Bool => "bool",
            Self::Char => "char",
            Self::F32 => "f32",
            Self::String => "String",
            Self::Ipv4Addr => "std::net::Ipv4Addr",
            Self::Ab => "Ab",
            Self::Digits => "crate::own::Digits",
            Self::Free => "Free",
            Self::Id => "Id",
            Self::Number => "Number",
            Self::Text => "Text",
            Self::Parameter => "T",
        }
    }
}

impl Variant {
    pub(super) fn is_lossy(&self) -> bool {
        match self {
            Self::Plain(plain) => plain.lossy,
            Self::Nested(nested) => nested.lossy,
            Self::Other => false,
        }
    }
}

impl Plain {
    /// The form that a value is written in: the first one whose `Option` fields are all present.
    pub(super) fn written(&self, is_present: impl Fn(usize) -> bool) -> usize {
        let complete = |form: &Vec<Piece>| {
            form.iter().all(|piece| match piece {
                Piece::Literal(_) => true,
                Piece::Field(field) => !self.fields[*field].optional || is_present(*field),
            })
        };
        self.forms.iter().position(complete).unwrap_or_default()
    }
}
