use crate::Second;

pub(crate) struct First(Second);

pub(crate) fn first() {}
