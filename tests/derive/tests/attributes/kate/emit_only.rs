//! `#[kate(emit_only)]`: a detail takes all that `format!` takes, and is never parsed.

use http::StatusCode;
use kate_errors::{Decode, KateError, ToResponse};

#[derive(Debug)]
struct Job {
    id: u32,
    steps: Vec<&'static str>,
}

impl Job {
    fn last(&self) -> &str {
        self.steps.last().copied().unwrap_or_default()
    }
}

const LIMIT: u32 = 30;
const LIMIT_2: u32 = 60;

fn plural(count: usize) -> &'static str {
    if count == 1 { "step" } else { "steps" }
}

#[derive(Debug, KateError)]
#[status(500)]
#[kate(emit_only)]
enum JobError {
    #[detail("Bad input {input:?}")]
    Debug { input: String },
    #[detail("[{name:>6}|{name:<6}|{name:^6}|{name:*^7.2}]")]
    Padded { name: &'static str },
    #[detail("{0:#06x} {0:X} {0:o} {0:b} {0:+} {0:05}")]
    Numbers(u32),
    #[detail("{value:0width$} {value:<0width$} {value:#0width$x}")]
    Zeros { value: u32, width: usize },
    #[detail("[{text:width$}|{text:.precision$}]")]
    FromFields {
        text: &'static str,
        width: usize,
        precision: usize,
    },
    #[detail("[{text:$>5}|{text:$^width$}|{text:$<0$}]", 4)]
    FilledWithDollars { text: &'static str, width: usize },
    #[detail("[{0:$<3}]")]
    FilledWithADollar(char),
    #[detail("Job {} stopped at {}", .job.id, .job.last())]
    Shorthand { job: Job },
    #[detail("Job {} has {} {}", .0.id, .0.steps.len(), plural(.0.steps.len()))]
    Tuple(Job),
    #[detail("{_0} of {_1:?}, then {}", _0 + 1)]
    Underscored(u8, &'static str),
    #[detail("{name} has {left} left, {name:?}", left = LIMIT - used)]
    NamedArgument { name: &'static str, used: u32 },
    #[detail("Limit is {LIMIT} of {LIMIT_2}")]
    Constant,
    #[detail("[{1:>0$}] in {0}")]
    PaddedByNumber(usize, &'static str),
    #[detail("[{text:>width$}] in {width}")]
    PaddedByPrintedField { text: &'static str, width: usize },
    #[detail("{first} {first} {{{first}}}")]
    Twice { first: u8 },
    #[detail("{value:?}")]
    OptionDebug { value: Option<u8> },
    #[detail("{at:.1} of {value}")]
    #[detail("{at:.1} of nothing")]
    OptionDisplay { at: f64, value: Option<u8> },
    #[detail("{:?} {:>4}", .pair.0, .pair.1)]
    Pair { pair: (char, u8) },
    #[detail("{}", if *.flag { "on" } else { "off" })]
    Branch { flag: bool },
}

#[derive(Debug, PartialEq, KateError)]
#[status(409)]
enum RunError {
    #[detail("Run {id} is {state:?}")]
    #[kate(emit_only)]
    Wrong { id: u32, state: &'static str },
    #[detail("Run is busy")]
    #[kate(emit_only)]
    Busy,
    #[detail("Run is over")]
    Over,
}

fn job() -> Job {
    Job {
        id: 7,
        steps: vec!["build", "test"],
    }
}

#[track_caller]
fn check(error: &JobError, detail: &str) {
    assert_eq!(error.detail(), detail);
    assert_eq!(error.to_string(), detail);
    let body: serde_json::Value = serde_json::from_slice(&error.body()).unwrap();
    assert_eq!(body["detail"], detail);
    assert_eq!(error.status(), 500);
}

#[test]
fn formats_and_widths_work_as_in_format() {
    let input = "a \"b\"\n".to_owned();
    check(&JobError::Debug { input }, r#"Bad input "a \"b\"\n""#);
    check(
        &JobError::Padded { name: "abc" },
        "[   abc|abc   | abc  |**ab***]",
    );
    check(&JobError::Numbers(255), "0x00ff FF 377 11111111 +255 00255");
    let (text, width) = ("ab", 6);
    let filled = JobError::FilledWithDollars { text, width };
    check(&filled, "[$$$ab|$$ab$$|ab$$]");
    check(&JobError::FilledWithADollar('x'), "[x$$]");
    let zeros = JobError::Zeros {
        value: 10,
        width: 5,
    };
    check(&zeros, "00010 00010 0x00a");
}

#[test]
fn width_and_precision_may_be_fields() {
    let error = JobError::FromFields {
        text: "abc",
        width: 5,
        precision: 2,
    };
    check(&error, "[abc  |ab]");
    let (width, text) = (5, "abc");
    check(&JobError::PaddedByNumber(width, text), "[  abc] in 5");
    check(
        &JobError::PaddedByPrintedField { text, width },
        "[  abc] in 5",
    );
}

#[test]
fn a_generic_field_in_the_template_and_in_an_argument_has_the_bounds_of_both() {
    #[derive(Debug, KateError)]
    #[status(500)]
    #[kate(emit_only)]
    #[detail("{value} has {} bytes", value.as_ref().len())]
    struct Long<T: AsRef<str>> {
        value: T,
    }

    assert_eq!(Long { value: "abc" }.detail(), "abc has 3 bytes");
}

#[test]
fn arguments_after_the_literal_can_use_the_fields() {
    check(&JobError::Shorthand { job: job() }, "Job 7 stopped at test");
    check(&JobError::Tuple(job()), "Job 7 has 2 steps");
    check(&JobError::Underscored(1, "x"), "1 of \"x\", then 2");
    let named = JobError::NamedArgument {
        name: "ann",
        used: 10,
    };
    check(&named, "ann has 20 left, \"ann\"");
    check(&JobError::Pair { pair: ('x', 5) }, "'x'    5");
    check(&JobError::Branch { flag: true }, "on");
}

#[test]
fn a_template_can_name_constants_in_scope() {
    check(&JobError::Constant, "Limit is 30 of 60");
}

#[test]
fn a_template_can_name_a_field_twice() {
    check(&JobError::Twice { first: 3 }, "3 3 {3}");
}

#[test]
fn display_prints_the_value_in_an_option_and_debug_prints_the_option() {
    let value = Some(3);
    check(&JobError::OptionDebug { value }, "Some(3)");
    check(&JobError::OptionDebug { value: None }, "None");
    check(&JobError::OptionDisplay { at: 0.25, value }, "0.2 of 3");
    let none = JobError::OptionDisplay {
        at: 2.0,
        value: None,
    };
    check(&none, "2.0 of nothing");
}

#[derive(Debug, KateError)]
#[status(400)]
#[detail("{0} is {0:?}")]
#[detail("nothing")]
#[kate(emit_only)]
struct Generic<T>(Option<T>);

#[derive(Debug, KateError)]
#[status(400)]
#[detail("{0} is {0:?}")]
#[detail("nothing")]
#[kate(emit_only)]
struct Plain(Option<u8>);

#[test]
fn an_option_of_a_parameter_prints_as_one_of_a_known_type() {
    assert_eq!(Generic(Some(1)).detail(), Plain(Some(1)).detail());
    assert_eq!(Generic::<u8>(None).detail(), "nothing");
}

#[test]
fn an_emit_only_variant_is_never_decoded_and_other_variants_are() {
    let wrong = RunError::Wrong {
        id: 1,
        state: "DONE",
    };
    assert_eq!(wrong.detail(), "Run 1 is \"DONE\"");
    for error in [wrong, RunError::Busy] {
        let response = error.to_response::<Vec<u8>>();
        assert!(RunError::from_response(&response).is_err(), "{error}");
        assert!(error.to_string().parse::<RunError>().is_err(), "{error}");
    }
    let found = RunError::from_detail(Some(StatusCode::CONFLICT), "Run is over");
    assert_eq!(found, Ok(RunError::Over));
}

#[test]
fn an_emit_only_error_is_in_the_catalog() {
    let spec = RunError::Busy.spec().unwrap();
    assert_eq!((spec.name(), spec.status().as_u16()), ("Busy", 409));
    let error = JobError::Numbers(1);
    let details: Vec<_> = error.spec().unwrap().details().collect();
    assert_eq!(details, ["{0:#06x} {0:X} {0:o} {0:b} {0:+} {0:05}"]);
}

#[test]
fn an_emit_only_type_may_borrow() {
    #[derive(Debug, KateError)]
    #[status(404)]
    #[kate(emit_only)]
    enum Borrowed<'a> {
        #[detail("No user {name}")]
        NoUser { name: &'a str },
        #[detail("No key {0:?} of {1}")]
        NoKey(&'a [u8], std::borrow::Cow<'a, str>),
        #[detail("Only {}", .0.first().copied().unwrap_or("none"))]
        Only(Vec<&'a str>),
    }

    let name = String::from("ann");
    let error = Borrowed::NoUser { name: &name };
    assert_eq!(error.detail(), "No user ann");
    assert_eq!(error.to_response::<Vec<u8>>().status(), 404);
    let error = Borrowed::NoKey(&[1, 2], name.as_str().into());
    assert_eq!(error.detail(), "No key [1, 2] of ann");
    assert_eq!(Borrowed::Only(vec![&name]).detail(), "Only ann");
}

#[test]
fn the_fields_of_an_emit_only_struct_need_no_from_str() {
    #[derive(Debug)]
    struct Opaque;

    #[derive(Debug, KateError)]
    #[status(500)]
    #[detail("Broken: {0:?}")]
    #[kate(emit_only)]
    struct Broken(Opaque);

    assert_eq!(Broken(Opaque).detail(), "Broken: Opaque");
}
