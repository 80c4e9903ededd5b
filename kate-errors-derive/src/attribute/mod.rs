//! The attributes of a type, a variant or a field. Each attribute has its own file. Checks that need only the attribute itself
//! are made here.

mod arguments;
mod detail;
mod doc;
mod header;
mod kate;
mod length;
mod names;
mod status;
mod target;

use proc_macro2::{Span, TokenStream};
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitStr, Meta, Path};

use crate::diagnostics::Diagnostics;
use crate::model::{AttributeName, Doc, Header, Misspelling, Reported, Status, Words};

use arguments::{OnlyString, set_once};
pub(crate) use detail::Detail;
pub(crate) use target::Target;

/// The attributes of one target.
#[derive(Default)]
pub(crate) struct Attributes {
    pub(crate) status: Option<Status>,
    pub(crate) details: Vec<Detail>,
    pub(crate) fix: Option<LitStr>,
    /// The constant headers.
    pub(crate) headers: Vec<Header>,
    /// The header that a field is sent in.
    pub(crate) field_header: Option<LitStr>,
    pub(crate) source: Option<Span>,
    pub(crate) from: Option<Span>,
    pub(crate) words: Words,
    pub(crate) doc: Doc,
    /// Each attribute that was read.
    pub(crate) spans: Vec<(AttributeName, Span)>,
    pub(crate) reported: Reported,
    pub(crate) misspellings: Vec<Misspelling>,
    /// `#[from(...)]` or `#[source(...)]`, which may be another derive's.
    pub(crate) mark_with_arguments: Option<Attribute>,
    /// `#[error("...")]` or `#[error(transparent)]`, by which thiserror writes `Display` and `Error`.
    pub(crate) thiserror: Option<Attribute>,
}

pub(crate) fn collect(
    attributes: &[Attribute],
    target: Target,
    diagnostics: &mut Diagnostics,
) -> Attributes {
    let mut collected = Attributes {
        doc: doc::collect(attributes, target, diagnostics),
        ..Attributes::default()
    };
    for attribute in attributes {
        let name = attribute.path().get_ident().map(ToString::to_string);
        let is_error = name.as_deref() == Some("error");
        if is_error && attribute.parse_args_with(text_of_thiserror).is_ok() {
            collected.thiserror = Some(attribute.clone());
            continue;
        }
        let Some((name, targets)) = name.as_deref().and_then(names::find) else {
            collected.misspellings.extend(names::misspelling(attribute));
            continue;
        };
        let is_mark = matches!(name, AttributeName::From | AttributeName::Source);
        if is_mark && !matches!(attribute.meta, Meta::Path(_)) {
            collected.mark_with_arguments = Some(attribute.clone());
            continue;
        }
        if !targets.contains(&target) {
            let what = format!("#[{}]", name.as_str());
            diagnostics.at(attribute.path(), target.refuses(&what, targets));
            let reported = &mut collected.reported;
            reported.status |= name == AttributeName::Status;
            reported.detail |= name == AttributeName::Detail;
            reported.fields |= is_mark;
            continue;
        }
        collected.spans.push((name, attribute.path().span()));
        collected.read(name, attribute, attributes, target, diagnostics);
    }
    collected
}

/// The arguments of thiserror's attribute: a string with arguments or not, `transparent`, or `fmt = function`.
fn text_of_thiserror(input: ParseStream<'_>) -> syn::Result<()> {
    if !input.peek(LitStr) {
        let word: Ident = input.parse()?;
        if word != "transparent" && word != "fmt" {
            return Err(syn::Error::new(word.span(), "a word of another derive"));
        }
    }
    input.parse::<TokenStream>().map(drop)
}

impl Attributes {
    /// Reads an attribute. `all` are those of the target.
    fn read(
        &mut self,
        name: AttributeName,
        attribute: &Attribute,
        all: &[Attribute],
        target: Target,
        diagnostics: &mut Diagnostics,
    ) {
        let span = attribute.path().span();
        match name {
            AttributeName::Status => match status::parse(attribute, diagnostics) {
                Some(status) => set_once(&mut self.status, status, attribute, all, diagnostics),
                None => self.reported.status = true,
            },
            AttributeName::Detail => {
                let example = "#[detail(\"Artifact not found\")]";
                if let Some(detail) = arguments::parse::<Detail>(attribute, example, diagnostics) {
                    self.details.push(detail);
                } else {
                    self.reported.detail = true;
                    // thiserror writes the word in the attribute of the detail.
                    let word = attribute.parse_args::<Path>();
                    self.reported.words |= word.is_ok_and(|word| word.is_ident("transparent"));
                }
            }
            AttributeName::Fix => {
                let example = "#[fix(\"Check the artifact ID\")]";
                if let Some(OnlyString(fix)) = arguments::parse(attribute, example, diagnostics) {
                    set_once(&mut self.fix, fix, attribute, all, diagnostics);
                }
            }
            AttributeName::Header => match target {
                Target::Field => {
                    if let Some(name) = header::of_field(attribute, diagnostics) {
                        set_once(&mut self.field_header, name, attribute, all, diagnostics);
                    }
                }
                Target::Enum | Target::Struct | Target::Variant => {
                    if let Some(header) = header::constant(attribute, diagnostics) {
                        self.add_header(header, diagnostics);
                    }
                }
            },
            AttributeName::Source => set_once(&mut self.source, span, attribute, all, diagnostics),
            AttributeName::From => set_once(&mut self.from, span, attribute, all, diagnostics),
            AttributeName::Kate => {
                let before = diagnostics.count();
                kate::read(&mut self.words, attribute, target, diagnostics);
                self.reported.words |= diagnostics.count() > before;
            }
        }
    }

    fn add_header(&mut self, header: Header, diagnostics: &mut Diagnostics) {
        let Header { name, span, .. } = &header;
        match self.headers.iter().find(|other| other.name == *name) {
            Some(Header { value, .. }) => diagnostics.span(
                *span,
                format!("the header `{name}` is given twice, first as {value:?}: keep one"),
            ),
            None => self.headers.push(header),
        }
    }
}
