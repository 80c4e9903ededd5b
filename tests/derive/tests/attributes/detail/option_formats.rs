//! Formats of a generic `Option` field.

use kate_errors::KateError;

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
fn a_parameter_prints_as_any_type_does() {
    assert_eq!(Generic(Some(1)).detail(), Plain(Some(1)).detail());
    assert_eq!(Generic::<u8>(None).detail(), "nothing");
}
