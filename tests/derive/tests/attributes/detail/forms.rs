//! Several forms of one error: which one is printed, and which are decoded; and the body.

use std::borrow::Cow;

use derive_tests::{back, read};
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(402)]
enum BalanceError {
    #[detail("Balance too low. Required: {required}, available: {available}")]
    #[detail("Balance too low. Required: {required}")]
    #[detail("Balance too low")]
    #[detail("Not enough tokens")]
    #[detail("Not enough tokens: {available}")]
    Low {
        required: Option<u64>,
        available: Option<u64>,
    },
    #[detail("Account {id} is closed")]
    #[detail("No account {id}")]
    Closed { id: u32 },
    #[detail("Spelt {out}")]
    #[detail("Spelt by path")]
    Path { out: Option<i8> },
}

fn low(required: Option<u64>, available: Option<u64>) -> BalanceError {
    BalanceError::Low {
        required,
        available,
    }
}

#[test]
fn the_first_form_whose_fields_are_all_present_is_printed() {
    let both = low(Some(500), Some(120));
    assert_eq!(
        both.detail(),
        "Balance too low. Required: 500, available: 120"
    );
    assert_eq!(
        low(Some(500), None).detail(),
        "Balance too low. Required: 500"
    );
    assert_eq!(low(None, None).detail(), "Balance too low");
    assert_eq!(low(None, Some(120)).detail(), "Balance too low");
}

#[test]
fn every_form_is_decoded_and_fields_that_it_does_not_name_are_none() {
    for error in [
        low(Some(500), Some(120)),
        low(Some(0), None),
        low(None, None),
    ] {
        assert_eq!(back(&error), error);
    }
    assert_eq!(back(&low(None, Some(120))), low(None, None));
}

#[test]
fn an_old_form_is_decoded_and_never_printed() {
    assert_eq!(read(402, "Not enough tokens"), Some(low(None, None)));
    assert_eq!(read(402, "Not enough tokens: 7"), Some(low(None, Some(7))));
    let closed = BalanceError::Closed { id: 3 };
    assert_eq!(read(402, "No account 3").as_ref(), Some(&closed));
    assert_eq!(closed.detail(), "Account 3 is closed");
}

#[test]
fn option_may_be_written_with_its_path() {
    let some = BalanceError::Path { out: Some(-5) };
    assert_eq!(some.detail(), "Spelt -5");
    assert_eq!(back(&some), some);
    let none = BalanceError::Path { out: None };
    assert_eq!(none.detail(), "Spelt by path");
    assert_eq!(back(&none), none);
}

#[test]
fn a_constant_detail_is_borrowed_and_any_other_is_owned() {
    assert!(matches!(low(None, None).detail(), Cow::Borrowed(_)));
    assert!(matches!(low(Some(1), None).detail(), Cow::Owned(_)));
}

#[test]
fn display_detail_and_body_agree() {
    for error in [
        low(Some(1), Some(2)),
        low(None, None),
        BalanceError::Closed { id: 9 },
    ] {
        let detail = error.to_string();
        assert_eq!(error.detail(), detail);
        assert_eq!(error.body(), format!(r#"{{"detail":"{detail}"}}"#));
        let mut appended = b"before ".to_vec();
        error.write_body(&mut appended);
        assert_eq!(appended, [b"before ", &error.body()[..]].concat());
    }
}

#[test]
fn characters_that_json_escapes_come_back() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    enum Odd {
        #[detail("A \"quote\", a \\, a line\nbreak, a tab\t, \u{1} and \u{2028}")]
        Constant,
        #[detail("<\"{text}\">")]
        Template { text: String },
    }

    let constant: serde_json::Value = serde_json::from_slice(&Odd::Constant.body()).unwrap();
    assert_eq!(constant["detail"], *Odd::Constant.detail());
    assert_eq!(back(&Odd::Constant), Odd::Constant);
    let text: String = ('\0'..='\u{ff}')
        .chain(['\u{2029}', '🦀', '"', '\\'])
        .collect();
    let template = Odd::Template { text };
    assert_eq!(back(&template), template);
    let json: serde_json::Value = serde_json::from_slice(&template.body()).unwrap();
    assert_eq!(json["detail"], *template.detail());
}

#[test]
fn an_empty_field_comes_back_empty() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    #[detail("No user {name}")]
    struct NoUser {
        name: String,
    }

    let nobody = NoUser {
        name: String::new(),
    };
    assert_eq!(nobody.detail(), "No user ");
    assert_eq!(back(&nobody), nobody);
}

#[test]
fn a_form_is_printed_where_the_option_fields_that_it_names_are_present() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(409)]
    #[detail("Locked by {who} until {until}")]
    #[detail("Locked until {until}")]
    struct Locked {
        #[kate(chars = "a-z")]
        who: Option<String>,
        until: u64,
    }

    let both = Locked {
        who: Some("ann".to_owned()),
        until: 5,
    };
    let alone = Locked {
        who: None,
        until: 5,
    };
    assert_eq!(both.to_string(), "Locked by ann until 5");
    assert_eq!(alone.to_string(), "Locked until 5");
    assert_eq!((back(&both), back(&alone)), (both, alone));
}

#[test]
fn whitespace_at_the_ends_of_a_template_may_be_written_as_escapes() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    enum Odd {
        #[detail("\x20Run not found\u{20}")]
        Spaces,

        #[detail("Run\nnot found\t")]
        Lines,

        #[detail(
            "Run not \
             found"
        )]
        Joined,
    }

    assert_eq!(Odd::Spaces.detail(), " Run not found ");
    assert_eq!(Odd::Lines.detail(), "Run\nnot found\t");
    assert_eq!(Odd::Joined.detail(), "Run not found");
    for error in [Odd::Spaces, Odd::Lines, Odd::Joined] {
        assert_eq!(back(&error), error);
    }
}

#[test]
fn a_brace_in_a_fix_or_a_header_may_be_written_as_an_escape() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    #[detail("Run {id} not found")]
    #[fix("Ask for /runs/\u{7b}id} again")]
    #[header("link-template", "\"/runs/\u{7b}id}\"")]
    struct NotFound {
        id: u64,
    }

    let error = NotFound { id: 7 };
    assert_eq!(error.fix(), Some("Ask for /runs/{id} again"));
    assert_eq!(error.headers()["link-template"], "\"/runs/{id}\"");
    assert_eq!(back(&error), error);
}
