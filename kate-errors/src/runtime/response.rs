//! Converts errors into responses, for `?` and for frameworks.

use bytes::Bytes;
use http::Response;

use crate::error::KateError;
use crate::response::ToResponse as _;

/// The response of an error. Its extensions have the error's `&'static ErrorSpec`.
pub fn respond<B: From<Bytes>>(error: &(impl KateError + ?Sized)) -> Response<B> {
    let mut response = error.to_response();
    if let Some(spec) = error.spec() {
        response.extensions_mut().insert(spec);
    }
    response
}

/// The derive implements this for a type; here it is for boxed errors. It lets `?` work in a function that returns a response.
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
