//! From the model to the impls: tables, and short calls into the runtime. Nothing can fail here.

mod decode;
mod document;
mod emit;
mod entries;
pub(crate) mod frameworks;
mod kate_error;
mod match_template;
mod prove;
mod standard;
mod table;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, Fields, Ident, WhereClause};

use crate::generics::{Bounds, outside, this};
use crate::model::{FieldRole, Form, Model, Role, Text, Variant};
use crate::proof::Proof;
use entries::Entries;

pub(crate) fn expand(model: &Model<'_>, proof: &Proof) -> TokenStream {
    let entries = Entries::of(model);
    let table = table::expand(model, &entries);
    let bounds = EmitBounds::of(model);
    let mut impls = vec![
        emit::expand(model, &entries, &bounds),
        kate_error::expand(model, &bounds),
        kate_error::response(model, &bounds),
        document::documented(model),
        frameworks::expand(model, &bounds),
    ];
    if model.words.no_display.is_none() {
        impls.push(standard::display(model, &bounds));
        impls.push(standard::error(model));
        impls.push(standard::from(model));
    }
    if model.decodes() {
        impls.push(decode::expand(model, &entries));
        impls.push(prove::expand(model, &entries, proof));
    }
    in_block(model, &quote!(#table #(#impls)*))
}

/// Keeps names out of the user's module. Lints that the user allows are allowed here too; a lint is not allowed for nothing,
/// since one that the user forbids could not be.
pub(crate) fn in_block(model: &Model<'_>, impls: &TokenStream) -> TokenStream {
    // A path that leads nowhere is rustc's to refuse: at the path.
    let site = Span::call_site();
    let import = if let Some(path) = &model.words.krate {
        let span = site.located_at(path.span());
        quote_spanned!(span=> use #path::__private as __kate;)
    } else {
        quote!(
            use ::kate_errors::__private as __kate;
        )
    };
    let allowed = allowed(model);
    quote! {
        #[doc(hidden)]
        #(#allowed)*
        const _: () = {
            #import
            use __kate::{PointsToError as _, PointsToTraitObject as _, SlowPrint as _, UnknownLanguage as _};
            #impls
        };
    }
}

fn allowed(model: &Model<'_>) -> Vec<TokenStream> {
    let attributes = &model.input.attrs;
    let own = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("allow"));
    let mut allowed: Vec<_> = own.map(ToTokens::to_token_stream).collect();
    let deprecated = |attributes: &[Attribute]| {
        attributes
            .iter()
            .any(|attribute| attribute.path().is_ident("deprecated"))
    };
    let in_fields = |fields: &Fields| fields.iter().any(|field| deprecated(&field.attrs));
    let inside = match &model.input.data {
        Data::Struct(data) => in_fields(&data.fields),
        Data::Enum(data) => data
            .variants
            .iter()
            .any(|variant| deprecated(&variant.attrs) || in_fields(&variant.fields)),
        Data::Union(_) => false,
    };
    if inside || deprecated(attributes) {
        allowed.push(quote!(#[allow(deprecated)]));
    }
    allowed
}

/// The head of an impl.
pub(crate) fn implement(
    model: &Model<'_>,
    attributes: &TokenStream,
    what: &TokenStream,
    bounds: &Bounds,
    body: &TokenStream,
) -> TokenStream {
    let generics = &model.input.generics;
    let (impl_generics, type_generics, _) = generics.split_for_impl();
    let where_clause: Option<WhereClause> = bounds.where_clause(generics);
    let ident = ident(model);
    quote! {
        #attributes
        #[automatically_derived]
        impl #impl_generics #what for #ident #type_generics #where_clause {
            #body
        }
    }
}

/// The type's name, without the span that would make a deprecated type's impls warn.
pub(crate) fn ident(model: &Model<'_>) -> Ident {
    let mut ident = model.ident().clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

/// The types of an `other` variant's fields `status` and `detail`, as what they must be.
fn other(variant: &Variant<'_>) -> [TokenStream; 2] {
    let of = |name: &str, needed: TokenStream| {
        let field = variant.fields.iter().find(|field| field.name() == name);
        let ty = field.map(|field| field.ty);
        quote!(<#ty as __kate::#needed>)
    };
    [
        of("status", quote!(OtherStatus)),
        of("detail", quote!(OtherDetail)),
    ]
}

/// What a generic type needs to be printed, and to be an error.
#[derive(Default)]
pub(crate) struct EmitBounds {
    pub(crate) print: Bounds,
    pub(crate) speak: Bounds,
}

impl EmitBounds {
    fn of(model: &Model<'_>) -> Self {
        let (mut print, mut speak) = (Bounds::default(), Bounds::default());
        for variant in &model.variants {
            if let (Role::Transparent(_), Some(field)) = (variant.role, variant.fields.first()) {
                if field.generic {
                    print.add(field.ty, quote!(__kate::KateError));
                }
            }
            for form in &variant.forms {
                for (ty, bound) in printed(variant, form) {
                    let bound = format_ident!("{bound}");
                    print.add(ty, quote!(::core::fmt::#bound));
                }
            }
            for field in variant.fields.iter().filter(|field| field.generic) {
                if let FieldRole::Header(_) = field.role {
                    speak.add(field.inner(), quote!(::core::fmt::Display));
                }
            }
        }
        if model.params.any() {
            speak.add(this(model), quote!(::core::error::Error));
        }
        let speak = speak.with(&print);
        Self { print, speak }
    }
}

/// The generic types that a form prints, and the traits that print them. Where a form needs an `Option`'s value, every format
/// sees the value; elsewhere the `Option` itself.
fn printed<'m>(variant: &'m Variant<'m>, form: &'m Form) -> Vec<(&'m syn::Type, &'static str)> {
    let needs = variant.needs(form);
    let used: Vec<(usize, &'static str)> = match &form.text {
        Text::Template { placeholders, .. } => placeholders
            .iter()
            .map(|placeholder| (placeholder.field, "Display"))
            .collect(),
        Text::Format { fields, .. } => fields
            .iter()
            .flat_map(|used| used.bounds.iter().map(|bound| (used.field, *bound)))
            .collect(),
        Text::Constant(_) | Text::Broken => Vec::new(),
    };
    let generic = used
        .into_iter()
        .filter(|(field, _)| variant.fields[*field].generic);
    let printed = generic.map(|(index, bound)| {
        let field = &variant.fields[index];
        (
            if needs.contains(&index) {
                field.inner()
            } else {
                field.ty
            },
            bound,
        )
    });
    printed.collect()
}

/// A transparent variant's field. Of a type that is known here all is asked through one trait, so that one message says
/// what it lacks.
struct Nested<'m> {
    ty: TokenStream,
    generic: bool,
    asked: TokenStream,
    member: &'m syn::Member,
}

impl<'m> Nested<'m> {
    fn of(variant: &'m Variant<'_>) -> Option<Self> {
        let field = variant.fields.first()?;
        matches!(variant.role, Role::Transparent(_)).then(|| Self {
            ty: field.ty.to_token_stream(),
            generic: field.generic,
            asked: if variant.parsed() {
                quote!(__kate::DecodedTransparentField)
            } else {
                quote!(__kate::TransparentField)
            },
            member: &field.member,
        })
    }

    /// As it is written outside the impls.
    fn outside(self, model: &Model<'_>) -> Self {
        let ty = outside(model, &self.ty);
        Self { ty, ..self }
    }

    fn catalog(&self) -> TokenStream {
        self.item(&quote!(__kate::Documented), &quote!(CATALOG))
    }

    fn table(&self) -> TokenStream {
        self.item(&quote!(__kate::Decoder), &quote!(TABLE))
    }

    fn pick(&self) -> TokenStream {
        self.item(&quote!(__kate::Decoder), &quote!(pick))
    }

    /// The value as `&dyn KateError`.
    fn as_kate_error(&self, value: &Ident) -> TokenStream {
        if self.generic {
            return value.to_token_stream();
        }
        let as_kate_error = self.item(&TokenStream::new(), &quote!(as_kate_error));
        quote!(#as_kate_error(#value))
    }

    fn item(&self, of_generic: &TokenStream, item: &TokenStream) -> TokenStream {
        let asked = if self.generic {
            of_generic
        } else {
            &self.asked
        };
        let ty = &self.ty;
        quote!(<#ty as #asked>::#item)
    }
}

fn local(variant: &Variant<'_>, field: usize) -> Ident {
    crate::model::local(&variant.fields, field)
}

/// The same at another place: where two impls clash, rustc shows the fields.
fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let located = tokens.into_iter().map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    located.collect()
}
