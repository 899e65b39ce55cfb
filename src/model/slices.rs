//! Long columns are read in slices with a pause between them, so that whoever waits can draw; without a pause it is plain code.

use std::{
    ops::Range,
    pin::pin,
    task::{Context, Poll, Waker},
};

/// Rows that take a slow machine some ten milliseconds.
const ROWS: usize = 100_000;

/// Calls `each` with one range of rows after the other, and pauses between them.
pub async fn in_slices(n_rows: usize, pause: &impl AsyncFn(), mut each: impl FnMut(Range<usize>)) {
    let mut start = 0;
    while start < n_rows {
        let end = start.saturating_add(ROWS).min(n_rows);
        each(start..end);
        start = end;
        if start < n_rows {
            pause().await;
        }
    }
}

/// What comes of work that is given no pause: all of it, at once. None if it waits for something all the same.
pub fn at_once<T>(work: impl Future<Output = T>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(it) => Some(it),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn every_row_comes_once_and_in_order_and_there_is_a_pause_between_slices() {
        for n_rows in [0, 1, ROWS, ROWS + 1, 3 * ROWS] {
            let pauses = Cell::new(0);
            let mut rows = Vec::new();
            let pause = async || pauses.set(pauses.get() + 1);
            assert!(at_once(in_slices(n_rows, &pause, |range| rows.extend(range))).is_some());
            assert_eq!(rows, (0..n_rows).collect::<Vec<_>>());
            assert_eq!(pauses.get(), n_rows.div_ceil(ROWS).saturating_sub(1));
        }
    }

    #[test]
    fn work_that_waits_is_not_done_at_once() {
        assert_eq!(at_once(async { 7 }), Some(7));
        assert_eq!(at_once(std::future::pending::<i32>()), None);
    }
}
