//! `#[header("www-authenticate", "Bearer")]`, and `#[header("retry-after")]` on a field

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token};

use super::arguments::{self, StringLiteral};
use crate::diagnostics::Diagnostics;
use crate::model::Header;

/// Headers about the connection and the transfer (RFC 9110, section 7.6.1; RFC 9112, section 6). Servers write them.
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authentication-info",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "content-length",
];

/// The arguments of the attribute.
struct Arguments {
    name: LitStr,
    value: Option<LitStr>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let StringLiteral(name) = input.parse()?;
        let mut value = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let StringLiteral(string) = input.parse()?;
            value = Some(string);
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            Ok(Self { name, value })
        } else {
            Err(input.error("expected a comma or the end: a header is a name and a value"))
        }
    }
}

/// On a variant or a type: a header with its value.
pub(super) fn constant(attribute: &Attribute, diagnostics: &mut Diagnostics) -> Option<Header> {
    let example = "#[header(\"www-authenticate\", \"Bearer\")]";
    let Arguments { name, value } = arguments::parse(attribute, example, diagnostics)?;
    let Some(value) = value else {
        diagnostics.at(
            &name,
            format!("a header needs a value here: `{example}`; without one it goes on a field"),
        );
        return None;
    };
    let string = value.value();
    let allowed = |c: char| c == '\t' || c == ' ' || c.is_ascii_graphic();
    if let Some(c) = string.chars().find(|c| !allowed(*c)) {
        diagnostics.at(
            &value,
            format!("a header's value is visible ASCII, spaces and tabs, not {c:?} (RFC 9110, section 5.5)"),
        );
    } else if string.trim() != string {
        diagnostics.at(&value, "a header's value loses the spaces at its ends on the way: leave them out (RFC 9110, section 5.5)");
    }
    Some(Header {
        name: checked_name(&name, diagnostics)?,
        value: string,
        literal: value.token().to_string(),
        span: name.span(),
    })
}

/// On a field: the name of the header that the field is sent in.
pub(super) fn of_field(attribute: &Attribute, diagnostics: &mut Diagnostics) -> Option<LitStr> {
    let Arguments { name, value } =
        arguments::parse(attribute, "#[header(\"retry-after\")]", diagnostics)?;
    if let Some(value) = value {
        diagnostics.at(
            value,
            "the field is the header's value: leave this out, or put the attribute on the variant",
        );
        return None;
    }
    let lower = checked_name(&name, diagnostics)?;
    Some(LitStr::new(&lower, name.span()))
}

/// A header's name in lower case, as in HTTP/2 and `http::HeaderName`.
fn checked_name(name: &LitStr, diagnostics: &mut Diagnostics) -> Option<String> {
    let lower = name.value().to_ascii_lowercase();
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let message = if let Some((name, value)) = lower.split_once(':') {
        let (name, value) = (name.trim(), value.trim());
        let value = if value.is_empty() { "..." } else { value };
        format!("name and value are two strings: `#[header({name:?}, {value:?})]`")
    } else if lower.is_empty() || !lower.chars().all(token) {
        "a header's name is made of letters, digits and hyphens (RFC 9110, section 5.6.2): `retry-after`".to_owned()
    } else if lower == "content-type" {
        "`content-type` is always `application/json`: leave it out, the response has it already"
            .to_owned()
    } else if HOP_BY_HOP.contains(&&*lower) {
        format!("`{lower}` says how the message travels, not what it means: leave it to the server")
    } else {
        return Some(lower);
    };
    diagnostics.at(name, message);
    None
}
