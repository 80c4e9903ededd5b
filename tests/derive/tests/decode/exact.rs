//! A detail is compared exactly: case, spaces, both ends, and the spelling of numbers.

use derive_tests::read;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum Exact {
    #[detail("Run not found")]
    Constant,
    #[detail("Run {id} of {all} is lost")]
    Template { id: u8, all: i16 },
    #[detail("{0}%")]
    Front(u64),
}

#[test]
fn case_spaces_and_both_ends_of_a_detail_count() {
    for detail in [
        "run not found",
        "Run not Found",
        "Run  not found",
        " Run not found",
        "Run not found ",
        "Run not found\n",
        "Run not found.",
        "Run not foun",
        "un not found",
        "",
        "Run\u{a0}not found",
        "A Run 1 of 2 is lost",
        "Run 1 of 2 is lost!",
        "run 1 of 2 is lost",
        "Run 1 of 2 is los",
        "Run 1 Of 2 is lost",
        "Run 1  of 2 is lost",
        "Run  of 2 is lost",
        " 5%",
        "5 %",
        "%",
        "5%%",
    ] {
        assert_eq!(read::<Exact>(404, detail), None, "{detail:?}");
    }
    assert_eq!(read(404, "Run not found"), Some(Exact::Constant));
    let template = Exact::Template { id: 1, all: 2 };
    assert_eq!(read(404, "Run 1 of 2 is lost"), Some(template));
    assert_eq!(read(404, "5%"), Some(Exact::Front(5)));
}

#[test]
fn an_integer_has_one_spelling_and_a_range() {
    let read = |id: &str, all: &str| read(404, &format!("Run {id} of {all} is lost"));
    for (id, all) in [("255", "-32768"), ("0", "32767"), ("10", "0"), ("7", "-1")] {
        let template = Exact::Template {
            id: id.parse().unwrap(),
            all: all.parse().unwrap(),
        };
        assert_eq!(read(id, all), Some(template), "{id} {all}");
    }
    for (id, all) in [
        ("256", "1"),
        ("1", "32768"),
        ("1", "-32769"),
        ("+1", "1"),
        ("1", "+1"),
        ("01", "1"),
        ("1", "01"),
        ("1", "-01"),
        ("1", "-0"),
        ("-1", "1"),
        ("00", "1"),
        ("1.0", "1"),
        ("1e1", "1"),
        ("0x1", "1"),
        ("1_0", "1"),
        ("", "1"),
        ("1", ""),
        ("1", "-"),
        ("٣", "1"),
        ("99999999999999999999999999999999999999999", "1"),
    ] {
        assert_eq!(read(id, all), None, "{id:?} {all:?}");
    }
}
