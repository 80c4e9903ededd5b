//! The macro's own view of a type. It contains the checked content of the attributes, with the defaults of enums applied to their
//! variants and the details parsed. The later stages read only the model. It depends on no other module of this crate. It keeps
//! tokens for their spans.

mod attributes;
mod field;
mod form;
mod generic_params;
mod syntax;
mod variant;
mod words;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, DeriveInput, LitStr};

pub(crate) use attributes::{
    Accept, AttributeName, Doc, Header, Misspelling, Reported, Status, VariantAttributes,
    misspelling_of,
};
pub(crate) use field::{Field, FieldLanguage, FieldRole, Filled, ReadType};
pub(crate) use form::{Form, FormKind, FormatField, Placeholder};
pub(crate) use generic_params::GenericParams;
pub(crate) use syntax::{argument_of, is_boxed_object, option_argument, spelling, unraw};
pub(crate) use variant::{EmitOnly, EmittedForm, Role, Variant, VariantKind};
pub(crate) use words::{TextLength, Words};

/// A type that derives `KateError`: the container.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) generic_params: GenericParams,
    pub(crate) doc: Doc,
    pub(crate) words: Words,
    pub(crate) variants: Vec<Variant<'a>>,
}

impl Model<'_> {
    pub(crate) fn ident(&self) -> &Ident {
        &self.input.ident
    }

    /// The type's name in impls. If the name had its own span there, the impls of a deprecated type would warn. It is raw where it
    /// would be a keyword in the edition of the derive.
    pub(crate) fn impl_ident(&self) -> Ident {
        const KEYWORDS: [&str; 5] = ["async", "await", "dyn", "gen", "try"];
        let mut ident = self.ident().clone();
        let span = ident.span().resolved_at(Span::call_site());
        if KEYWORDS.iter().any(|word| ident == word) {
            return Ident::new_raw(&ident.to_string(), span);
        }
        ident.set_span(span);
        ident
    }

    /// The type by its name, with its generic arguments: `Name<'a, T>`.
    pub(crate) fn this(&self) -> TokenStream {
        let (_, type_generics, _) = self.input.generics.split_for_impl();
        let ident = self.impl_ident();
        quote!(#ident #type_generics)
    }

    /// The JSON member that carries the detail.
    pub(crate) fn member(&self) -> String {
        let member = self.words.member.as_ref();
        member.map_or_else(|| "detail".to_owned(), LitStr::value)
    }

    /// Whether the type has `Decode`.
    pub(crate) fn decodes(&self) -> bool {
        self.words.emit_only.is_none()
    }

    /// Whether the derive writes `FromStr`.
    pub(crate) fn parses(&self) -> bool {
        self.decodes() && self.words.no_from_str.is_none()
    }

    /// Whether the derive writes `Display` and `Error`.
    pub(crate) fn displays(&self) -> bool {
        self.words.no_display.is_none()
    }

    /// The first variant that has both a detail and an attribute of thiserror's, where both derives would write `Display` and
    /// `Error`.
    pub(crate) fn thiserror_conflict(&self) -> Option<(usize, &Attribute)> {
        let variants = self.variants.iter().enumerate();
        let mut with_details = variants.filter(|(_, variant)| !variant.forms.is_empty());
        with_details
            .find_map(|(index, variant)| Some((index, variant.attributes.thiserror.as_ref()?)))
            .filter(|_| self.displays())
    }

    /// The variants whose status and detail come from their attributes.
    pub(crate) fn plain_variants(&self) -> impl Iterator<Item = &Variant<'_>> {
        self.variants
            .iter()
            .filter(|variant| matches!(variant.role, Role::Plain))
    }
}
