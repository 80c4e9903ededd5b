//! Doc comments in every syntax.

use kate_errors::{Documented, KateError};

/** A group
 * on two lines
 *
 * with text
 */
#[derive(Debug, KateError)]
#[status(400)]
enum Block {
    /** Invalid artifact ID
     * or not owned by you
     *
     * Not part of the cause.
     */
    #[detail("Stars")]
    Stars,
    /**
    Nothing
    was sent

    More.
    */
    #[detail("Plain")]
    Plain,
    /** One line, 2 * 3 */
    #[detail("Line")]
    Line,
    #[doc = " From an"]
    #[doc = " attribute"]
    #[detail("Attribute")]
    Attribute,
}

#[test]
fn the_stars_of_a_block_comment_are_removed() {
    let cause = |error: Block| error.spec().unwrap().cause();
    assert_eq!(
        cause(Block::Stars),
        "Invalid artifact ID or not owned by you"
    );
    assert_eq!(Block::CATALOG.title(), "A group on two lines");
    assert_eq!(Block::CATALOG.description(), "with text");
}

#[test]
fn a_blank_line_ends_the_cause_in_a_block_comment() {
    let cause = |error: Block| error.spec().unwrap().cause();
    assert_eq!(cause(Block::Plain), "Nothing was sent");
    assert_eq!(cause(Block::Line), "One line, 2 * 3");
}

#[test]
fn a_doc_attribute_is_a_doc_comment() {
    let spec = Block::Attribute.spec().unwrap();
    assert_eq!(spec.cause(), "From an attribute");
}

macro_rules! documented {
    ($Name:ident, $doc:expr, $cause:literal) => {
        #[doc = $doc]
        #[derive(Debug, KateError)]
        enum $Name {
            #[doc = $cause]
            #[doc = concat!("and", " more")]
            #[status(404)]
            #[detail("not found")]
            NotFound,
        }
    };
}

documented!(FromMacro, "A title", "The cause");

#[test]
fn a_macro_may_pass_the_doc_comment_on() {
    assert_eq!(FromMacro::CATALOG.title(), "A title");
    assert_eq!(FromMacro::CATALOG.errors()[0].cause(), "The cause");
}
