//! What the runtime takes for constants.

/// Lends a value that its borrower takes for a constant, and frees it.
pub fn lend<T: ?Sized + 'static>(value: Box<T>, borrow: impl FnOnce(&'static T)) {
    let value = Box::into_raw(value);
    // SAFETY: it came from a box, nobody else has it, and what `borrow` makes of it is gone when it returns: no target keeps
    // any of it.
    unsafe {
        borrow(&*value);
        drop(Box::from_raw(value));
    }
}
