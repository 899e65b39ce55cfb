//! The pace of the calls: no more of them in a time than the server allows.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// So many calls in so long a time, counted over a sliding window.
#[derive(Clone, Debug)]
pub struct Pace {
    calls: usize,
    window: Duration,
    made: VecDeque<Instant>,
}

impl Pace {
    /// At least one call in each window.
    pub fn new(calls: usize, window: Duration) -> Self {
        Self { calls: calls.max(1), window, made: VecDeque::new() }
    }

    /// The same calls behind it, another pace ahead.
    pub fn change(&mut self, calls: usize, window: Duration) {
        (self.calls, self.window) = (calls.max(1), window);
    }

    /// How long to wait before a call at this time; the call is counted at the end of the wait.
    pub fn wait(&mut self, now: Instant) -> Duration {
        while self.made.len() > self.calls {
            self.made.pop_front();
        }
        let free_at = match self.made.len().checked_sub(self.calls) {
            Some(oldest) => self.made.get(oldest).and_then(|made| made.checked_add(self.window)),
            None => None,
        };
        let at = free_at.map_or(now, |free_at| free_at.max(now));
        self.made.push_back(at);
        at.saturating_duration_since(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "any point in time will do as the start")]
    fn no_window_has_more_calls_than_allowed() {
        let window = Duration::from_secs(10);
        let mut pace = Pace::new(3, window);
        let start = Instant::now();
        let mut now = start;
        let made: Vec<Duration> = (0..10)
            .map(|_| {
                now += pace.wait(now);
                now - start
            })
            .collect();
        for four in made.windows(4) {
            assert!(four[3] - four[0] >= window, "{made:?}");
        }
        assert_eq!(made[2], Duration::ZERO, "the first three need not wait");
        assert_eq!(made[9], Duration::from_secs(30), "and nobody waits longer than needed");
    }
}
