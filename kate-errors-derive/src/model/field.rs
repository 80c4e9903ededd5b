//! Fields.

use kate_errors_core::Language;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, LitStr, Member, Type};

use super::attributes::Misspelling;
use super::syntax::{is_associated, is_backtrace, unraw};
use super::words::Words;

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    /// The field's name in the arguments of a detail: `id`, or `_0` in a tuple.
    pub(crate) argument_name: Ident,
    pub(crate) ty: &'a Type,
    /// `T`, if the type is spelled `Option<T>`.
    pub(crate) option: Option<&'a Type>,
    pub(crate) read: ReadType,
    pub(crate) language: FieldLanguage,
    pub(crate) role: FieldRole,
    pub(crate) words: Words,
    pub(crate) misspellings: Vec<Misspelling>,
    /// `#[from(...)]` or `#[source(...)]`, which may be another derive's.
    pub(crate) mark_with_arguments: Option<Attribute>,
    /// Whether the type names a generic parameter of the container.
    pub(crate) is_generic: bool,
    /// Whether the type names the container. An impl of the container has no bound on such a type that asks for the impl itself:
    /// rustc would not come to an end.
    pub(crate) names_container: bool,
}

/// The language of a field, as far as it is known from the spelling of its type.
pub(crate) struct FieldLanguage {
    pub(crate) language: Language,
    /// Whether the source alone tells the field's language: by a type of the standard library, by `#[kate(chars)]` or `#[kate(words)]`, or because
    /// the type is generic, which makes the field free text. Otherwise `language` may contain more texts than the field prints.
    pub(crate) is_spelled: bool,
    /// The standard library's name for the type, if the type is spelled like one. A constant in the generated code confirms that
    /// the field has that type.
    pub(crate) name: Option<String>,
    /// The language of the type, if it is spelled like one of the standard library. `#[kate(chars)]` and `#[kate(words)]` do not
    /// change it.
    pub(crate) of_type: Option<Language>,
}

/// The type that a field's text is read as.
pub(crate) struct ReadType {
    /// The type inside of the pointers. Inside of `Box<str>` it is a `String`.
    pub(crate) ty: Type,
    /// The pointers around it, from the outermost.
    pub(crate) pointers: Vec<Type>,
}

/// What a field is for.
pub(crate) enum FieldRole {
    /// Details may print it.
    Plain,
    /// It is sent in this header.
    Header(LitStr),
    /// It is not sent. `#[kate(skip)]` marks it.
    Skip(Span),
    /// It is the source of the error.
    Source {
        /// The attribute `#[from]`, if the field has it.
        from: Option<Span>,
        /// The attribute that marks it. A field named `source` needs none.
        mark: Option<Span>,
    },
    /// A diagnostic was given for its attributes.
    Broken { from: Option<Span> },
}

/// The value of a field that nothing is known of.
#[derive(Clone, Copy)]
pub(crate) enum Filled {
    None,
    Default,
    /// The backtrace of where `From` is called.
    Backtrace,
}

impl Field<'_> {
    /// The type of the value, without its `Option`.
    pub(crate) fn inner(&self) -> &Type {
        self.option.unwrap_or(self.ty)
    }

    /// Whether the type is an associated type of a generic parameter. rustc takes it for any type, the container too.
    pub(crate) fn may_be_container(&self) -> bool {
        self.is_generic && is_associated(self.inner())
    }

    pub(crate) fn from(&self) -> Option<Span> {
        match self.role {
            FieldRole::Source { from, .. } | FieldRole::Broken { from } => from,
            FieldRole::Plain | FieldRole::Header(_) | FieldRole::Skip(_) => None,
        }
    }

    /// What `#[from]` on another field of the variant fills in, if there is such a value.
    pub(crate) fn filled(&self) -> Option<Filled> {
        match self.role {
            FieldRole::Skip(_) => Some(Filled::Default),
            FieldRole::Header(_) | FieldRole::Plain if is_backtrace(self.inner()) => {
                Some(Filled::Backtrace)
            }
            FieldRole::Header(_) | FieldRole::Plain | FieldRole::Source { .. } => {
                self.option.map(|_| Filled::None)
            }
            FieldRole::Broken { .. } => Some(Filled::None),
        }
    }

    /// The header that the field is sent in.
    pub(crate) fn header(&self) -> Option<&LitStr> {
        match &self.role {
            FieldRole::Header(name) => Some(name),
            FieldRole::Plain
            | FieldRole::Skip(_)
            | FieldRole::Source { .. }
            | FieldRole::Broken { .. } => None,
        }
    }

    /// The tokens that a diagnostic about the field points at.
    pub(crate) fn name_or_type(&self) -> TokenStream {
        match &self.member {
            Member::Named(ident) => ident.to_token_stream(),
            Member::Unnamed(_) => self.ty.to_token_stream(),
        }
    }

    /// The field's name in a detail: `id`, or `0` in a tuple.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => unraw(ident),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}
