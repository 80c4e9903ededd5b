//! Converts errors into responses, for `?` and for frameworks.

use bytes::Bytes;
use http::Response;

use crate::error::KateError;
use crate::response::ToResponse as _;

/// The response of an error. The error's `&'static ErrorSpec` is in the extensions of the response.
pub fn respond<B: From<Bytes>>(error: &(impl KateError + ?Sized)) -> Response<B> {
    let mut response = error.to_response();
    if let Some(spec) = error.spec() {
        response.extensions_mut().insert(spec);
    }
    response
}

/// Converts boxed errors into responses, so that `?` works on them in a function that returns a response. For an error that is
/// not boxed, the derive writes the same impl.
macro_rules! from_boxed {
    ($($object:ty),*) => {$(
        impl<B: From<Bytes>> From<Box<$object>> for Response<B> {
            fn from(error: Box<$object>) -> Self {
                respond(&*error)
            }
        }
    )*};
}

from_boxed! { dyn KateError + '_, dyn KateError + Send + Sync + '_ }
