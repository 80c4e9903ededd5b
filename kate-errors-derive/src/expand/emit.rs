//! Generates the impl of the runtime's trait `Emit`: which form a value is written in, and how.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::LitStr;

use super::bounds::Bounds;
use super::implement::implement;
use super::other;
use super::transparent::{Transparent, errors_with_fix};
use crate::forms::Forms;
use crate::model::{EmittedForm, FormKind, FormatField, Model, Placeholder, Role, Variant};

pub(super) fn expand(model: &Model<'_>, forms: &Forms<'_>, bounds: &Bounds) -> TokenStream {
    let variants = || model.variants.iter().enumerate();
    let form = if model.variants.is_empty() {
        quote!(match *self {})
    } else {
        let arms = variants().map(|(index, variant)| form_arms(variant, index, forms));
        quote!(match self { #(#arms)* })
    };
    let roles: Vec<_> = variants()
        .filter_map(|(index, variant)| role_arm(variant, index))
        .collect();
    let role = (!roles.is_empty()).then(|| {
        quote! {
            fn role(&self) -> __kate::Role<'_> {
                match self {
                    #(#roles)*
                    _ => __kate::Role::Own,
                }
            }
        }
    });
    let writes = variants().flat_map(|(index, variant)| write_arms(variant, index, forms));
    let out = output();
    let body = quote! {
        const TABLE: &'static __kate::Table<'static> = &__TABLE;
        const ERRORS: &'static [__kate::ErrorSpec] = &__ERRORS;

        fn form(&self) -> __kate::usize {
            #form
        }

        #role

        fn write(&self, #out: &mut __kate::Output<'_>) -> ::core::fmt::Result {
            match self {
                #(#writes)*
                _ => ::core::result::Result::Ok(()),
            }
        }
    };
    implement(model, quote!(__kate::Emit), bounds, body)
}

/// The match arms of a variant in `form`, which returns the number of the form in which a value is written.
fn form_arms(variant: &Variant<'_>, index: usize, forms: &Forms<'_>) -> TokenStream {
    let path = variant.path();
    match variant.role {
        Role::Plain => {
            let arms = variant.emitted_forms().into_iter().map(|emitted| {
                let form = forms.number(index, emitted.form);
                let required = emitted.required.iter();
                let members = required.map(|field| &variant.fields[*field].member);
                quote!(#path { #(#members: ::core::option::Option::Some(_),)* .. } => #form,)
            });
            arms.collect()
        }
        // These variants have no forms. The match must cover them, but the runtime calls `form` only for values whose role is
        // `Own`, so the number is never used.
        Role::Transparent(_) | Role::Other(_) => quote!(#path { .. } => 0,),
    }
}

/// The match arm of a variant in `role`. Plain variants need none, because `Own` is the role of all variants without an arm.
fn role_arm(variant: &Variant<'_>, index: usize) -> Option<TokenStream> {
    let path = variant.path();
    match variant.role {
        Role::Plain => None,
        Role::Transparent(_) => {
            let field = Transparent::of(variant)?;
            let (member, inner) = (field.member, variant.local(0));
            let as_kate_error = field.as_kate_error(&inner);
            let role = if let Some(fix) = &variant.fix {
                let errors = errors_with_fix(index);
                quote!(__kate::Role::TransparentWithFix(#as_kate_error, #fix, &#errors))
            } else {
                quote!(__kate::Role::Transparent(#as_kate_error))
            };
            Some(quote!(#path { #member: #inner } => #role,))
        }
        Role::Other(_) => {
            let [status, detail] = other::field_types(variant);
            Some(quote! {
                #path { status: __status, detail: __detail } => {
                    __kate::Role::Other(#status::status(__status), #detail::detail(__detail))
                }
            })
        }
    }
}

/// The match arms of a variant in `write`, one for each form that some values are written in. Constant forms need none, because
/// the runtime takes their details from the table.
fn write_arms(variant: &Variant<'_>, index: usize, forms: &Forms<'_>) -> Vec<TokenStream> {
    let arms = variant.emitted_forms().into_iter().filter_map(|emitted| {
        let arm = WriteArm { variant, emitted };
        match &variant.forms[arm.emitted.form].kind {
            FormKind::Template { placeholders, .. } => {
                Some(arm.template(placeholders, forms.number(index, arm.emitted.form)))
            }
            FormKind::Format {
                literal,
                args,
                fields,
            } => Some(arm.format(literal, args, fields)),
            FormKind::Constant(_) | FormKind::Broken => None,
        }
    });
    arms.collect()
}

/// Makes the match arm for a form that some values are written in.
struct WriteArm<'m, 'v> {
    variant: &'m Variant<'v>,
    emitted: EmittedForm,
}

impl WriteArm<'_, '_> {
    /// The arm of a template: its values are handed to the runtime, which has the literals in the table.
    fn template(&self, placeholders: &[Placeholder], form: usize) -> TokenStream {
        let (variant, path, out) = (self.variant, self.variant.path(), output());
        let mut fields: Vec<_> = placeholders
            .iter()
            .map(|placeholder| placeholder.field)
            .collect();
        fields.sort_unstable();
        fields.dedup();
        let patterns = fields.iter().map(|field| self.pattern(*field));
        // The values have different types, so the list is nested pairs. `Probe` chooses how a value is printed: integers and
        // strings directly, values of all other types by their `Display`. The macro cannot choose, because it knows types only by
        // name.
        let values = placeholders.iter().rev().fold(quote!(()), |others, placeholder| {
            let (ty, value) = (variant.fields[placeholder.field].inner(), variant.local(placeholder.field));
            quote!((<__kate::Probe<#ty>>::__kate_value(#value, <#ty as __kate::FieldDisplay>::display), #others))
        });
        quote!(#path { #(#patterns)* .. } => __kate::write_template::<Self, #form>(#out, #values),)
    }

    /// The arm of a detail that only `format!` can print.
    fn format(&self, literal: &LitStr, args: &TokenStream, fields: &[FormatField]) -> TokenStream {
        let (variant, path, out) = (self.variant, self.variant.path(), output());
        let indexes = 0..variant.fields.len();
        let patterns = indexes.clone().map(|field| self.pattern(field));
        let args = without_trailing_comma(args.clone());
        // The user's arguments may use fields as variables. Only the fields that they name become variables: another field could
        // hide a constant that the literal names.
        let named = indexes.filter(|field| mentions(&args, &variant.fields[*field].argument_name));
        let bindings = named.map(|field| {
            let (name, local) = (&variant.fields[field].argument_name, variant.local(field));
            quote!(let #name = #local;)
        });
        let values = fields.iter().map(|named| {
            let name = format_ident!("{}", named.name);
            let (field, local) = (&variant.fields[named.field], variant.local(named.field));
            if !named.is_only_displayed() {
                return quote!(#name = #local);
            }
            let ty = if self.emitted.required.contains(&named.field) {
                field.inner()
            } else {
                field.ty
            };
            quote!(#name = <#ty as __kate::FieldDisplay>::display(#local))
        });
        // `args` begins with the comma after the literal, as the user wrote it, or is empty.
        quote! {
            #path { #(#patterns)* .. } => {
                #(#bindings)*
                __kate::write_format(#out, &__TABLE, ::core::format_args!(#literal #args #(, #values)*))
            }
        }
    }

    /// The pattern that binds a field to its local. If the field is a required `Option`, the local is the value in it.
    fn pattern(&self, field: usize) -> TokenStream {
        let (member, local) = (
            &self.variant.fields[field].member,
            self.variant.local(field),
        );
        if self.emitted.required.contains(&field) {
            quote!(#member: ::core::option::Option::Some(#local),)
        } else {
            quote!(#member: #local,)
        }
    }
}

/// The parameter of `write` that the detail is written to. It is hygienic, so a field of this name does not hide it.
fn output() -> Ident {
    Ident::new("__out", Span::mixed_site())
}

/// Whether an identifier is among these tokens.
fn mentions(tokens: &TokenStream, ident: &Ident) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(other) => other == *ident,
        TokenTree::Group(group) => mentions(&group.stream(), ident),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn without_trailing_comma(args: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = args.into_iter().collect();
    if matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',') {
        tokens.pop();
    }
    tokens.into_iter().collect()
}
