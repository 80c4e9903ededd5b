//! A body that does not wait for ever.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http_body::{Body, Frame};
use tokio::time::{Instant, Sleep, sleep};

use crate::callers::PATIENCE;

/// A body whose frames must come in time.
pub(crate) struct Patient<B> {
    body: Pin<Box<B>>,
    timer: Pin<Box<Sleep>>,
}

impl<B> Patient<B> {
    pub(crate) fn new(body: B) -> Self {
        Self {
            body: Box::pin(body),
            timer: Box::pin(sleep(PATIENCE)),
        }
    }
}

impl<B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>> Body for Patient<B> {
    type Data = B::Data;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<B::Data>>>> {
        if let Poll::Ready(frame) = self.body.as_mut().poll_frame(context) {
            self.timer.as_mut().reset(Instant::now() + PATIENCE);
            return Poll::Ready(frame.map(|frame| frame.map_err(io::Error::other)));
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(Some(Err(io::ErrorKind::TimedOut.into())))
    }
}
