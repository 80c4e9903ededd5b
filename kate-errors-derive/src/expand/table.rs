//! The statics of a type: its table, and the entries of its catalog.

use kate_errors_core::table::{FormEntry, FormKind, IndexParts, Link, Read, sort};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::LitStr;

use super::language;
use super::rewrite::outside_impls;
use super::transparent::{self, Transparent, errors_with_fix};
use crate::forms::{Forms, NumberedForm};
use crate::model::{Accept, Field, FieldRole, Model, Role, Variant, unraw};

pub(super) fn expand(model: &Model<'_>, forms: &Forms<'_>) -> TokenStream {
    let (name, member) = (unraw(model.ident()), model.member());
    let (title, description) = (model.doc.title(), model.doc.rest());
    let own = model.variants.iter().enumerate();
    let own = own.filter(|(_, variant)| matches!(variant.role, Role::Plain));
    let errors: Vec<_> = own
        .map(|(index, variant)| error(variant, index, forms))
        .collect();
    let entries = forms.entries();
    let form_entries = forms
        .all
        .iter()
        .zip(&entries)
        .map(|(form, entry)| self::form(model, form, entry));
    let nested = nested(model, forms, |nested| {
        (!nested.is_generic).then(|| nested.outside_impls(model).table())
    });
    let mut others = model
        .variants
        .iter()
        .filter(|variant| matches!(variant.role, Role::Other(_)));
    let other = optional(others.next().map(headers));
    let sorted = if model.decodes() {
        sort(&entries)
    } else {
        Vec::new()
    };
    let sorted = sorted.into_iter().map(Literal::usize_unsuffixed);
    let index = index(&entries);
    let count = errors.len();
    let with_fix = model.variants.iter().enumerate().filter_map(|(index, variant)| {
        let catalog = Transparent::of(variant)?.outside_impls(model).catalog();
        let (fix, ident) = (variant.fix.as_ref()?, errors_with_fix(index));
        Some(quote! {
            static #ident: [__kate::ErrorSpec; #catalog.count()] = __kate::errors_with_fix(&#catalog, #fix);
        })
    });
    quote! {
        static __TABLE: __kate::Table<'static> = __kate::Table {
            name: #name,
            title: #title,
            description: #description,
            member: #member,
            errors: &[#(#errors),*],
            forms: &[#(#form_entries),*],
            nested: #nested,
            other: #other,
            sorted: &[#(#sorted),*],
            index: #index,
        };
        static __ERRORS: [__kate::ErrorSpec; #count] = __kate::errors(&__TABLE);
        #(#with_fix)*
    }
}

/// The types of the transparent variants that are read back, with their tables as far as they are known.
pub(super) fn nested(
    model: &Model<'_>,
    forms: &Forms<'_>,
    table: impl Fn(Transparent<'_>) -> Option<TokenStream>,
) -> TokenStream {
    let entries = transparent::nested(model).filter_map(|(index, variant)| {
            let nested = Transparent::of(variant)?;
        let name = unraw(variant.ident);
        let position = Literal::usize_unsuffixed(forms.before(index));
        let lossy = variant.is_lossy();
        let table = optional(table(nested));
        Some(quote!(__kate::NestedEntry { name: #name, position: #position, lossy: #lossy, table: #table }))
    });
    quote!(&[#(#entries),*])
}

fn error(variant: &Variant<'_>, index: usize, forms: &Forms<'_>) -> TokenStream {
    let (name, cause) = (unraw(variant.ident), variant.doc.title());
    let fix = optional(variant.fix.as_ref().map(LitStr::value));
    let status = status(variant.status_code());
    let accept = match variant.status.as_ref().map(|status| &status.accept) {
        Some(Accept::Any) => quote!(__kate::Accept::Any),
        Some(Accept::Only(codes)) => {
            let codes = codes.iter().copied().map(self::status);
            quote!(__kate::Accept::Only(&[#(#codes),*]))
        }
        None => quote!(__kate::Accept::Only(&[])),
    };
    let (lossy, headers) = (variant.is_lossy(), headers(variant));
    let first = Literal::usize_unsuffixed(forms.before(index));
    let end = Literal::usize_unsuffixed(forms.before(index) + variant.forms.len());
    quote! {
        __kate::ErrorEntry {
            name: #name,
            cause: #cause,
            fix: #fix,
            status: #status,
            accept: #accept,
            lossy: #lossy,
            headers: #headers,
            forms: #first..#end,
        }
    }
}

fn headers(variant: &Variant<'_>) -> TokenStream {
    let constant = variant
        .headers
        .iter()
        .map(|header| (header.name.clone(), Some(&header.value)));
    let fields = variant.fields.iter().filter_map(|field| match &field.role {
        FieldRole::Header(name) => Some((name.value(), None)),
        FieldRole::Plain
        | FieldRole::Skip(_)
        | FieldRole::Broken { .. }
        | FieldRole::Source { .. } => None,
    });
    let headers = constant.chain(fields).map(|(name, value)| {
        let value = optional(value);
        quote!(__kate::Header { name: #name, value: #value })
    });
    quote!(&[#(#headers),*])
}

fn form(model: &Model<'_>, form: &NumberedForm<'_>, entry: &FormEntry<'_>) -> TokenStream {
    let FormEntry {
        detail,
        leading,
        written,
        spelled,
        ..
    } = entry;
    let (error, status) = (Literal::usize_unsuffixed(entry.error), status(entry.status));
    let kind = match entry.kind {
        FormKind::Constant => quote!(Constant),
        FormKind::Template => quote!(Template),
        FormKind::Format => quote!(Format),
    };
    let read = match entry.read {
        Read::Never => quote!(Never),
        Read::InOrder => quote!(InOrder),
        Read::Decisive => quote!(Decisive),
    };
    let variant = &model.variants[form.variant];
    let placeholders = form.parsed.placeholders().iter().map(|placeholder| {
        let (field, after) = (&variant.fields[placeholder.field], &placeholder.after);
        // If nothing is read, languages are not used.
        let language = if entry.is_read() {
            of_field(model, field)
        } else {
            quote!(__kate::Language::Free)
        };
        quote!(__kate::Placeholder { language: &#language, after: #after })
    });
    let body = optional(entry.body.map(|body| {
        let (start, end) = (body.start, body.end);
        quote!(__kate::Body { start: #start, end: #end })
    }));
    quote! {
        __kate::FormEntry {
            error: #error,
            status: #status,
            detail: #detail,
            kind: __kate::FormKind::#kind,
            leading: #leading,
            placeholders: &[#(#placeholders),*],
            body: #body,
            read: __kate::Read::#read,
            written: #written,
            spelled: #spelled,
        }
    }
}

fn of_field(model: &Model<'_>, field: &Field<'_>) -> TokenStream {
    if let Some(declared) = language::declared(field) {
        declared
    } else if field.is_generic {
        quote!(__kate::Language::Free)
    } else {
        let ty = outside_impls(model, &field.read.ty);
        quote!(<__kate::Probe<#ty>>::__KATE_LANGUAGE)
    }
}

fn index(entries: &[FormEntry<'_>]) -> TokenStream {
    let parts = IndexParts::of(entries);
    let constants = parts.constants.iter().map(|bucket| {
        let forms = bucket.iter().copied().map(Literal::usize_unsuffixed);
        quote!(&[#(#forms),*])
    });
    let (by_start, by_end) = (links(&parts.by_start), links(&parts.by_end));
    quote!(__kate::Index { constants: &[#(#constants),*], by_start: #by_start, by_end: #by_end })
}

fn links(links: &[Link]) -> TokenStream {
    let links = links.iter().map(|link| {
        let form = Literal::usize_unsuffixed(link.form);
        let head = Literal::byte_string(&link.head);
        let shorter = optional(link.shorter.map(Literal::usize_unsuffixed));
        quote!(__kate::Link { form: #form, head: *#head, shorter: #shorter })
    });
    quote!(&[#(#links),*])
}

fn optional(value: Option<impl quote::ToTokens>) -> TokenStream {
    if let Some(value) = value {
        quote!(::core::option::Option::Some(#value))
    } else {
        quote!(::core::option::Option::None)
    }
}

fn status(code: u16) -> Literal {
    Literal::u16_unsuffixed(code)
}
