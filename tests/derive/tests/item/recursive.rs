//! Generic types with fields that name the type itself.

use std::error::Error;

use derive_tests::back;
use kate_errors::{KateError, ToResponse};

#[derive(Debug, PartialEq, KateError)]
#[status(409)]
enum Chain<P> {
    #[detail("The next failed")]
    Next(#[source] Option<Box<Chain<P>>>),
    #[detail("Failed at {0}")]
    Leaf(P),
}

#[test]
fn a_source_may_be_of_the_type_itself() {
    let leaf = Chain::Leaf(7_u8);
    assert_eq!(back(&leaf), leaf);
    let chain = Chain::Next(Some(Box::new(leaf)));
    assert_eq!(chain.source().unwrap().to_string(), "Failed at 7");
    assert_eq!(chain.to_response::<Vec<u8>>().status(), 409);
    assert_eq!(back(&chain), Chain::Next(None));
}

#[derive(Debug, KateError)]
#[status(500)]
#[kate(emit_only)]
enum Tree<P> {
    #[detail("{0} and {1}")]
    Both(Box<Tree<P>>, Box<Self>),
    #[detail("no {0}")]
    Leaf(P),
    #[detail("{} below", .0.len())]
    Many(Vec<Tree<P>>),
    #[detail("a source")]
    Source(#[source] Box<Self>),
    #[detail("{inner:?}")]
    Debugged { inner: Option<Box<Tree<P>>> },
}

#[test]
fn a_text_may_print_the_type_itself() {
    let tree = || Tree::Both(Box::new(Tree::Leaf("left")), Box::new(Tree::Many(vec![])));
    assert_eq!(tree().to_string(), "no left and 0 below");
    let error: Box<dyn Error> = Box::new(Tree::Source(Box::new(tree())));
    assert_eq!(error.source().unwrap().to_string(), "no left and 0 below");
    let debugged = Tree::Debugged {
        inner: Some(Box::new(Tree::Leaf("one"))),
    };
    assert_eq!(debugged.detail(), r#"Some(Leaf("one"))"#);
}

/// A type of the same name in another module is another type: its bounds are needed.
mod other {
    #[derive(Debug)]
    pub(super) struct Named<P>(pub(super) P);

    impl<P: std::fmt::Debug> std::fmt::Display for Named<P> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "<{:?}>", self.0)
        }
    }
}

#[derive(Debug, KateError)]
#[status(500)]
#[kate(emit_only)]
enum Named<P> {
    #[detail("named {0}")]
    Other(other::Named<P>),
}

#[test]
fn a_type_of_the_same_name_elsewhere_has_its_bounds() {
    let error = Named::Other(other::Named([1]));
    assert_eq!(error.to_string(), "named <[1]>");
}

#[derive(Debug, KateError)]
#[status(500)]
enum Unused<P: 'static> {
    #[detail("again")]
    Again(#[source] Box<Unused<P>>),
    #[detail("end")]
    End(#[kate(skip)] std::marker::PhantomData<P>),
}

#[test]
fn a_parameter_that_nothing_prints_needs_no_bound_but_that_of_debug() {
    #[derive(Debug)]
    struct Opaque;

    let end = || Unused::<Opaque>::End(std::marker::PhantomData);
    let error = Unused::Again(Box::new(end()));
    assert_eq!(error.source().unwrap().to_string(), "end");
    assert_eq!(back(&end()).to_string(), "end");
}
