//! The responses that `?` and the frameworks make of errors.

use bytes::Bytes;
use http::Response;

use crate::error::KateError;
use crate::response::ToResponse as _;

/// The response of conversions: its extensions carry the error's entry of the catalog.
pub fn respond<B: From<Bytes>>(error: &(impl KateError + ?Sized)) -> Response<B> {
    let mut response = error.to_response();
    if let Some(spec) = error.spec() {
        response.extensions_mut().insert(spec);
    }
    response
}

/// Makes a function that returns a response take boxed errors by `?`.
macro_rules! boxed {
    ($($object:ty),*) => {$(
        impl<B: From<Bytes>> From<Box<$object>> for Response<B> {
            fn from(error: Box<$object>) -> Self {
                respond(&*error)
            }
        }
    )*};
}

boxed! { dyn KateError + '_, dyn KateError + Send + Sync + '_ }
