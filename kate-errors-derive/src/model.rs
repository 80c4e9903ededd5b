//! The macro's own view of a type. Everything that a rule or the expansion asks is answered here; tokens are kept for
//! their spans.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::{Attribute, DeriveInput, LitStr, Member, Path, Type};

use crate::frameworks::Asked;
use crate::generics::Params;

/// A type that derives `KateError`. A struct is a type of one variant.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) params: Params,
    pub(crate) doc: Doc,
    pub(crate) words: ContainerWords,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// What `#[kate(...)]` says of a whole type.
#[derive(Default)]
pub(crate) struct ContainerWords {
    pub(crate) emit_only: Option<Span>,
    pub(crate) no_display: Option<Span>,
    pub(crate) member: Option<LitStr>,
    pub(crate) krate: Option<Path>,
    pub(crate) frameworks: Vec<Asked>,
}

/// A variant, or the whole of a struct.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// What messages call it: a variant, or a struct.
    pub(crate) kind: &'static str,
    /// `Self::Variant`, or `Self`.
    pub(crate) path: TokenStream,
    pub(crate) doc: Doc,
    pub(crate) role: Role,
    pub(crate) status: Option<Status>,
    pub(crate) fix: Option<LitStr>,
    /// The variant's headers, then those of the enum that it does not replace.
    pub(crate) headers: Vec<Header>,
    pub(crate) forms: Vec<Form>,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) emit_only: Option<EmitOnly>,
    pub(crate) lossy: Option<Span>,
    /// A mistake was found in any of it: there is no use in proving the rest.
    pub(crate) broken: bool,
    /// What stands on the variant itself, for the rules.
    pub(crate) own: Own,
}

/// What is known of the attributes on the variant itself.
#[derive(Default)]
pub(crate) struct Own {
    /// Where each stands first.
    pub(crate) spans: Vec<(&'static str, Span)>,
    pub(crate) unknown: Unknown,
    pub(crate) misspellings: Vec<Misspelling>,
    pub(crate) thiserror: Option<Attribute>,
}

impl Own {
    /// Where an attribute stands.
    pub(crate) fn span_of(&self, name: &str) -> Option<Span> {
        let found = self.spans.iter().find(|(known, _)| *known == name);
        found.map(|(_, span)| *span)
    }
}

/// What nobody knows because of a mistake: it is not missing, and no rule asks for it.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is asked for by its name"
)]
pub(crate) struct Unknown {
    pub(crate) status: bool,
    pub(crate) detail: bool,
    /// Words of `#[kate]`.
    pub(crate) words: bool,
    /// What fields are.
    pub(crate) fields: bool,
}

/// An attribute that nobody knows, and the one of ours that it is spelt like.
#[derive(Clone)]
pub(crate) struct Misspelling {
    pub(crate) means: &'static str,
    pub(crate) attribute: Attribute,
}

/// The attribute that was meant to be one of these.
pub(crate) fn meant<'a>(misspellings: &'a [Misspelling], names: &[&str]) -> Option<&'a Attribute> {
    let found = misspellings
        .iter()
        .find(|misspellings| names.contains(&misspellings.means));
    found.map(|misspellings| &misspellings.attribute)
}

/// Who speaks for a variant.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// Its own status and texts.
    Own,
    /// Its field.
    Transparent(Span),
    /// Its fields `status` and `detail`.
    Other(Span),
}

/// Why a variant is never parsed back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum EmitOnly {
    /// The type says so.
    Type,
    /// The variant says so.
    Variant,
    /// It has a source that is not an `Option`, or a text that shows its source.
    Source,
}

#[derive(Clone)]
pub(crate) struct Status {
    pub(crate) code: u16,
    pub(crate) accept: Accept,
}

#[derive(Clone)]
pub(crate) enum Accept {
    Only(Vec<u16>),
    Any,
}

/// A constant header, by its name in lower case.
#[derive(Clone)]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) value: String,
    /// The value as it was written.
    pub(crate) written: String,
    pub(crate) span: Span,
}

/// A documentation comment.
#[derive(Default)]
pub(crate) struct Doc {
    /// Paragraphs, each on one line.
    pub(crate) paragraphs: Vec<String>,
}

impl Doc {
    pub(crate) fn title(&self) -> &str {
        self.paragraphs.first().map_or("", String::as_str)
    }

    pub(crate) fn rest(&self) -> String {
        self.paragraphs.get(1..).unwrap_or_default().join("\n\n")
    }
}

/// One `#[detail("...")]`.
pub(crate) struct Form {
    /// The text as it was written.
    pub(crate) literal: LitStr,
    pub(crate) text: Text,
}

impl Form {
    /// Which placeholder stands for a field.
    pub(crate) fn placeholder(&self, field: usize) -> Option<usize> {
        match &self.text {
            Text::Template { placeholders, .. } => placeholders
                .iter()
                .position(|placeholder| placeholder.field == field),
            _ => None,
        }
    }

    /// The fields that the text shows, in order.
    pub(crate) fn used(&self) -> Vec<usize> {
        match &self.text {
            Text::Template { placeholders, .. } => placeholders
                .iter()
                .map(|placeholder| placeholder.field)
                .collect(),
            Text::Format { fields, .. } => fields.iter().map(|used| used.field).collect(),
            Text::Constant(_) | Text::Broken => Vec::new(),
        }
    }

    pub(crate) fn shows(&self, field: usize) -> bool {
        self.used().contains(&field)
    }
}

/// A form's text, taken apart.
pub(crate) enum Text {
    Constant(String),
    /// Fields between literals.
    Template {
        before: String,
        placeholders: Vec<Placeholder>,
    },
    /// What only `format!` understands: the literal and its arguments, with every field bound by name.
    Format {
        literal: LitStr,
        args: TokenStream,
        fields: Vec<Used>,
    },
    /// It had diagnostics.
    Broken,
}

/// A placeholder that stands for a field.
pub(crate) struct Placeholder {
    pub(crate) field: usize,
    pub(crate) after: String,
}

/// A field in a text of `format!`.
pub(crate) struct Used {
    pub(crate) field: usize,
    /// The name that the literal has for it.
    pub(crate) name: String,
    /// `Display`, `Debug` and so on.
    pub(crate) bounds: Vec<&'static str>,
    /// It is a width or a precision too.
    pub(crate) counts: bool,
}

impl Used {
    pub(crate) fn only_displayed(&self) -> bool {
        !self.counts && self.bounds.iter().all(|bound| *bound == "Display")
    }
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    /// What an argument of `format!` may call it.
    pub(crate) local: Ident,
    pub(crate) ty: &'a Type,
    /// `T`, where the type is spelt `Option<T>`.
    pub(crate) option: Option<&'a Type>,
    pub(crate) role: FieldRole,
    pub(crate) chars: Option<LitStr>,
    pub(crate) expose: Option<Span>,
    pub(crate) misspellings: Vec<Misspelling>,
    pub(crate) foreign: Option<Attribute>,
    /// Whether the type names a parameter of the container.
    pub(crate) generic: bool,
}

pub(crate) enum FieldRole {
    Plain,
    /// It travels in this header.
    Header(LitStr),
    Skip(Span),
    /// It had diagnostics, and is perhaps what the variant is made of.
    Broken {
        from: Option<Span>,
    },
    Source {
        from: Option<Span>,
        /// Where it is marked; a field named `source` needs no mark.
        mark: Option<Span>,
    },
}

impl Model<'_> {
    pub(crate) fn ident(&self) -> &Ident {
        &self.input.ident
    }

    pub(crate) fn member(&self) -> String {
        self.words
            .member
            .as_ref()
            .map_or_else(|| "detail".to_owned(), LitStr::value)
    }

    pub(crate) fn decodes(&self) -> bool {
        self.words.emit_only.is_none()
    }

    /// The first attribute of thiserror's on what has a text of ours too: both derives write `Display` and `Error`.
    pub(crate) fn displayed_twice(&self) -> Option<(usize, &Attribute)> {
        let own = self.variants.iter().enumerate();
        let mut both = own.filter(|(_, variant)| !variant.forms.is_empty());
        both.find_map(|(index, variant)| Some((index, variant.own.thiserror.as_ref()?)))
            .filter(|_| self.words.no_display.is_none())
    }

    /// Variants with a status and texts of their own.
    pub(crate) fn own(&self) -> impl Iterator<Item = &Variant<'_>> {
        self.variants
            .iter()
            .filter(|variant| matches!(variant.role, Role::Own))
    }
}

impl Variant<'_> {
    pub(crate) fn parsed(&self) -> bool {
        self.emit_only.is_none()
    }

    /// The `Option` fields that must be there for this form to be emitted.
    pub(crate) fn needs(&self, form: &Form) -> Vec<usize> {
        let optional = |field: &usize| {
            let field = &self.fields[*field];
            field.option.is_some()
                && matches!(field.role, FieldRole::Plain | FieldRole::Source { .. })
        };
        match &form.text {
            Text::Template { placeholders, .. } => placeholders
                .iter()
                .map(|placeholder| placeholder.field)
                .filter(optional)
                .collect(),
            Text::Format { fields, .. } => {
                let shown = fields
                    .iter()
                    .filter(|used| used.bounds.contains(&"Display"));
                shown.map(|used| used.field).filter(optional).collect()
            }
            Text::Constant(_) | Text::Broken => Vec::new(),
        }
    }

    /// The forms that can be emitted, with what each needs: a form is never reached behind one that needs no more.
    pub(crate) fn emitted(&self) -> Vec<(usize, Vec<usize>)> {
        let mut emitted = Vec::<(usize, Vec<usize>)>::new();
        for (index, form) in self.forms.iter().enumerate() {
            let needs = self.needs(form);
            let reached = |(_, earlier): &(usize, Vec<usize>)| {
                earlier.iter().any(|field| !needs.contains(field))
            };
            if emitted.iter().all(reached) {
                emitted.push((index, needs));
            }
        }
        emitted
    }
}

impl Field<'_> {
    /// The type of the value itself: without its `Option`.
    pub(crate) fn inner(&self) -> &Type {
        self.option.unwrap_or(self.ty)
    }

    pub(crate) fn from(&self) -> Option<Span> {
        match self.role {
            FieldRole::Source { from, .. } | FieldRole::Broken { from } => from,
            _ => None,
        }
    }

    /// What a mistake points at: the name, or the type where there is none.
    pub(crate) fn anchor(&self) -> TokenStream {
        match &self.member {
            Member::Named(ident) => ident.to_token_stream(),
            Member::Unnamed(_) => self.ty.to_token_stream(),
        }
    }

    /// How a text names the field.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => unraw(ident),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

/// An identifier without its `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    syn::ext::IdentExt::unraw(ident).to_string()
}

/// The local for a field in generated patterns: at the field's type, for bounds that fail, and out of reach of names that
/// the user writes.
pub(crate) fn local(fields: &[Field<'_>], field: usize) -> Ident {
    let span = Span::mixed_site().located_at(fields[field].ty.span());
    format_ident!("__f{field}", span = span)
}
