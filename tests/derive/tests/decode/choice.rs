//! Which variant is decoded: by its status, by the statuses that it accepts, and by its order.

use derive_tests::read;
use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
enum Order {
    #[status(400, accept(any))]
    #[detail("Twice")]
    Loose,
    #[status(409)]
    #[detail("Twice")]
    Strict,
    #[status(410, accept(422))]
    #[detail("Twice")]
    Late,
    #[status(404)]
    #[detail("Run {id} is unknown")]
    Unknown { id: u32 },
    #[status(404)]
    #[detail("Run 7 is unknown")]
    #[kate(lossy)]
    Seven,
}

#[test]
fn a_variant_with_the_received_status_goes_before_one_that_accepts_it() {
    assert_eq!(read(409, "Twice"), Some(Order::Strict));
    assert_eq!(read(410, "Twice"), Some(Order::Late));
    assert_eq!(read(400, "Twice"), Some(Order::Loose));
}

#[test]
fn the_first_variant_that_accepts_the_status_wins() {
    assert_eq!(read(422, "Twice"), Some(Order::Loose));
    assert_eq!(read(500, "Twice"), Some(Order::Loose));
}

#[test]
fn the_first_matching_variant_of_a_status_wins() {
    assert_eq!(
        read(404, "Run 7 is unknown"),
        Some(Order::Unknown { id: 7 })
    );
}

#[derive(Debug, PartialEq, KateError)]
enum Inner {
    #[status(404)]
    #[detail("Shared")]
    Shared,
    #[status(409, accept(any))]
    #[detail("Inner")]
    Accepting,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum Second {
    #[status(404)]
    #[detail("Second")]
    Own,
    #[status(400)]
    #[detail("Inner")]
    Inner,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
enum Outer {
    #[status(404)]
    #[detail("First")]
    First,
    #[kate(other)]
    Other { status: StatusCode, detail: String },
    #[kate(transparent)]
    Inner(Inner),
    #[status(404)]
    #[detail("Shared")]
    #[kate(lossy)]
    Shared,
    #[status(404)]
    #[detail("Second")]
    Before,
    #[kate(transparent, lossy)]
    Second(Box<Second>),
}

#[test]
fn nested_variants_are_tried_in_the_order_of_the_transparent_variant() {
    assert_eq!(read(404, "First"), Some(Outer::First));
    assert_eq!(read(404, "Shared"), Some(Outer::Inner(Inner::Shared)));
    assert_eq!(read(404, "Second"), Some(Outer::Before));
}

#[test]
fn a_nested_variant_with_the_status_goes_before_an_earlier_one_that_accepts_it() {
    let found = read(400, "Inner");
    assert_eq!(found, Some(Outer::Second(Box::new(Second::Inner))));
    assert_eq!(read(409, "Inner"), Some(Outer::Inner(Inner::Accepting)));
    assert_eq!(read(500, "Inner"), Some(Outer::Inner(Inner::Accepting)));
}

#[test]
fn a_status_below_400_is_never_decoded() {
    for status in [100, 101, 200, 201, 204, 301, 304, 399] {
        assert_eq!(read::<Order>(status, "Twice"), None, "{status}");
        assert_eq!(read::<Outer>(status, "Inner"), None, "{status}");
    }
}

#[test]
fn every_status_from_400_on_is_decoded() {
    for status in [400, 499, 500, 599, 600, 999] {
        assert_eq!(read(status, "Inner"), Some(Inner::Accepting), "{status}");
    }
}

#[test]
fn a_constant_before_a_template_takes_its_detail_and_the_template_all_others() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    enum Lost {
        #[detail("Run 7 is lost")]
        Seven,
        #[detail("Run {id} is lost")]
        #[kate(lossy)]
        Run { id: u64 },
    }

    for id in [6, 7, 8, 77] {
        let detail = format!("Run {id} is lost");
        let expected = if id == 7 {
            Lost::Seven
        } else {
            Lost::Run { id }
        };
        assert_eq!(read(404, &detail), Some(expected), "{detail}");
    }
}
