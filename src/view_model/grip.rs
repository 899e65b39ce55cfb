//! What the mouse and fingers do to a map: one that hardly moves picks, one that moves pulls the map along, two spread it or press it together.

use crate::model::outline::Frame;

/// A point on the screen, in CSS pixels.
pub type Point = (f64, f64);

/// A press that moves less than this many pixels is a pick.
const STEADY: f64 = 6.0;
/// On the whole, where there is nothing to pull, a finger may shake as much as the browser lets a tap.
const STEADY_ON_WHOLE: f64 = 15.0;

/// Two fingers that come less than this many pixels nearer or further apart move side by side.
const PARALLEL: f64 = 12.0;

/// The box on the screen that a map is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its upper left corner.
    pub corner: Point,
    /// Width and height.
    pub size: (f64, f64),
}

/// What is pressed on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grip {
    /// By the browser's number of the pointer: where it was last heeded.
    held: Vec<(i32, Point)>,
    has_pulled: bool,
    /// How far two were apart when the second was pressed; none once they have pinched.
    apart: Option<f64>,
}

/// A pull: what was between the fingers is to follow them, or what was under the only one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// Where it was.
    pub from: Point,
    /// Where it is to be.
    pub to: Point,
    /// So many times as much of the grid is to be seen.
    pub factor: f64,
}

impl Grip {
    /// A pointer is pressed; the first one of a hand begins anew. A third one is of no use.
    pub fn press(&mut self, id: i32, at: Point, is_first: bool) {
        if is_first || self.held.is_empty() {
            *self = Self::default();
        }
        self.held.retain(|(held, _)| *held != id);
        if self.held.len() < 2 {
            self.held.push((id, at));
        }
        if let [(_, one), (_, other)] = self.held.as_slice() {
            // Two fingers never pick.
            self.has_pulled = true;
            self.apart = Some(distance(*one, *other));
        }
    }

    /// A pointer has moved. One alone pulls a map that is zoomed in; the whole has nowhere to go.
    pub fn pull(&mut self, id: i32, to: Point, is_zoomed: bool) -> Option<Pull> {
        let place = self.held.iter().position(|(held, _)| *held == id)?;
        let from = self.held.get(place)?.1;
        let other = self.held.iter().find(|(held, _)| *held != id).map(|(_, at)| *at);
        if other.is_none() && !is_zoomed {
            self.has_pulled |= distance(from, to) >= STEADY_ON_WHOLE;
            return None;
        }
        if !self.has_pulled && distance(from, to) < STEADY {
            return None;
        }
        self.has_pulled = true;
        self.held.get_mut(place)?.1 = to;
        let Some(other) = other else { return Some(Pull { from, to, factor: 1.0 }) };
        // Of two that move side by side the browser tells one after the other, as if they pinched a little to and fro.
        self.apart = self.apart.filter(|apart| (distance(to, other) - apart).abs() < PARALLEL);
        let factor = match self.apart {
            Some(_) => 1.0,
            None => distance(from, other).max(1.0) / distance(to, other).max(1.0),
        };
        Some(Pull { from: middle(from, other), to: middle(to, other), factor })
    }

    /// A pointer is let go. Whether a pull has come to its end.
    pub fn release(&mut self, id: i32) -> bool {
        let n_held = self.held.len();
        self.held.retain(|(held, _)| *held != id);
        self.held.is_empty() && n_held > 0 && self.has_pulled
    }

    /// Whether what was last pressed has gone too far to be a pick.
    pub fn has_pulled(&self) -> bool {
        self.has_pulled
    }
}

impl Pull {
    /// The frame after the pull, and by how many pixels it would have gone on down, were it not for the edge of the whole.
    pub fn follow(self, frame: Frame, whole: Frame, on: Area) -> (Frame, Point) {
        let held = frame.at((self.from.0 - on.corner.0, self.from.1 - on.corner.1), on.size);
        let zoomed = frame.zoomed(self.factor, held, whole);
        let scale = zoomed.scale(on.size);
        let (right, down) = ((self.from.0 - self.to.0) * scale, (self.from.1 - self.to.1) * scale);
        let moved = zoomed.moved(right, down, whole);
        (moved, ((right - (moved.x - zoomed.x)) / scale, (down - (moved.y - zoomed.y)) / scale))
    }
}

fn distance(one: Point, other: Point) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

fn middle(one: Point, other: Point) -> Point {
    (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHOLE: Frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 200.0 };
    /// Twice as many pixels as there is grid in the whole, somewhere on the screen.
    const ON: Area = Area { corner: (10.0, 20.0), size: (200.0, 400.0) };

    fn near() -> Frame {
        WHOLE.zoomed(0.25, (50.0, 100.0), WHOLE)
    }

    #[test]
    fn a_hand_that_shakes_picks_and_one_that_goes_on_pulls() {
        let mut grip = Grip::default();
        grip.press(1, (50.0, 50.0), true);
        assert_eq!(grip.pull(1, (53.0, 54.0), true), None);
        assert!(!grip.has_pulled());
        let pull = grip.pull(1, (53.0, 57.0), true);
        assert_eq!(pull, Some(Pull { from: (50.0, 50.0), to: (53.0, 57.0), factor: 1.0 }));
        // Once it pulls, each pixel counts.
        let pull = grip.pull(1, (54.0, 57.0), true);
        assert_eq!(pull, Some(Pull { from: (53.0, 57.0), to: (54.0, 57.0), factor: 1.0 }));
        assert!(grip.release(1) && grip.has_pulled());
        grip.press(1, (50.0, 50.0), true);
        assert!(!grip.has_pulled());
        assert!(!grip.release(1));
    }

    #[test]
    fn the_whole_is_left_to_one_finger_and_taken_by_two() {
        let mut grip = Grip::default();
        grip.press(7, (50.0, 50.0), true);
        assert_eq!(grip.pull(7, (50.0, 62.0), false), None);
        assert!(!grip.has_pulled());
        grip.press(8, (90.0, 50.0), false);
        let pull = grip.pull(8, (130.0, 50.0), false).expect("two fingers pull");
        assert_eq!(pull, Pull { from: (70.0, 50.0), to: (90.0, 50.0), factor: 0.5 });
        // The one that stays pulls on, without a start of its own.
        assert!(!grip.release(7));
        assert!(grip.pull(8, (131.0, 50.0), true).is_some());
        assert!(grip.release(8));
        assert!(grip.has_pulled());
    }

    #[test]
    fn two_side_by_side_pull_and_zoom_nothing() {
        let mut grip = Grip::default();
        grip.press(0, (100.0, 200.0), true);
        grip.press(1, (160.0, 200.0), false);
        let mut scrolled = 0.0;
        for step in 1..=10 {
            let y = 200.0 - 15.0 * f64::from(step);
            for (id, x) in [(0, 100.0), (1, 160.0)] {
                let pull = grip.pull(id, (x, y), false).expect("two fingers pull");
                let (frame, (_, down)) = pull.follow(WHOLE, WHOLE, ON);
                assert_eq!((pull.factor, frame), (1.0, WHOLE));
                scrolled += down;
            }
        }
        assert!((scrolled - 150.0_f64).abs() < 1e-9);
        // Then they pinch, and from there on each pixel counts.
        assert!(grip.pull(1, (200.0, 50.0), false).is_some_and(|pull| pull.factor < 0.7));
        assert!(grip.pull(1, (201.0, 50.0), false).is_some_and(|pull| pull.factor < 1.0));
    }

    #[test]
    fn one_that_goes_far_on_the_whole_moves_nothing_and_picks_nothing() {
        let mut grip = Grip::default();
        grip.press(1, (50.0, 50.0), true);
        assert_eq!(grip.pull(1, (50.0, 90.0), false), None);
        assert!(grip.has_pulled());
    }

    #[test]
    fn a_third_finger_and_one_that_was_never_pressed_do_nothing() {
        let mut grip = Grip::default();
        assert_eq!(grip.pull(1, (9.0, 9.0), true), None);
        assert!(!grip.release(1));
        for (id, is_first) in [(1, true), (2, false), (3, false)] {
            grip.press(id, (f64::from(id), 0.0), is_first);
        }
        assert_eq!(grip.pull(3, (90.0, 0.0), true), None);
        assert!(!grip.release(3));
        assert!(!grip.release(2));
        assert!(grip.release(1));
    }

    #[test]
    fn a_first_press_forgets_what_was_never_let_go() {
        let mut grip = Grip::default();
        grip.press(1, (0.0, 0.0), true);
        grip.press(5, (40.0, 40.0), true);
        assert_eq!(grip.pull(5, (42.0, 40.0), true), None);
    }

    #[test]
    fn what_is_under_the_pointer_follows_it() {
        let pull = Pull { from: (110.0, 220.0), to: (90.0, 230.0), factor: 1.0 };
        let (frame, rest) = pull.follow(near(), WHOLE, ON);
        assert_eq!(frame, Frame { x: 40.0, y: 73.75, ..near() });
        assert!(rest.0.abs() < 1e-9 && rest.1.abs() < 1e-9);
    }

    #[test]
    fn the_page_takes_what_the_map_can_not() {
        let up = Pull { from: (110.0, 320.0), to: (110.0, 220.0), factor: 1.0 };
        // The whole can go nowhere.
        assert_eq!(up.follow(WHOLE, WHOLE, ON), (WHOLE, (0.0, 100.0)));
        let aside = Pull { from: (110.0, 320.0), to: (70.0, 320.0), factor: 1.0 };
        assert_eq!(aside.follow(WHOLE, WHOLE, ON), (WHOLE, (40.0, 0.0)));
        // A quarter of it, 60 pixels from the foot.
        let low = Frame { y: 142.5, ..near() };
        let (frame, rest) = up.follow(low, WHOLE, ON);
        assert_eq!(frame, Frame { y: 150.0, ..low });
        assert!((rest.1 - 40.0).abs() < 1e-9);
        let down = Pull { from: up.to, to: up.from, factor: 1.0 };
        let (_, rest) = down.follow(Frame { y: 0.0, ..low }, WHOLE, ON);
        assert!((rest.1 + 100.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn whatever_fingers_do_the_frame_stays_within_the_whole(
            moves in prop::collection::vec((0..2_i32, 0.0..400.0, 0.0..800.0), 1..40),
        ) {
            let mut grip = Grip::default();
            grip.press(0, (100.0, 100.0), true);
            grip.press(1, (150.0, 150.0), false);
            let mut frame = WHOLE;
            for (id, x, y) in moves {
                if let Some(pull) = grip.pull(id, (x, y), frame != WHOLE) {
                    let (next, rest) = pull.follow(frame, WHOLE, ON);
                    prop_assert!(rest.0.is_finite() && rest.1.is_finite());
                    frame = next;
                }
                prop_assert!(frame.x >= WHOLE.x - 1e-9 && frame.x + frame.width <= WHOLE.width + 1e-9);
                prop_assert!(frame.y >= WHOLE.y - 1e-9 && frame.y + frame.height <= WHOLE.height + 1e-9);
                prop_assert!(frame.width > 0.0 && frame.width <= WHOLE.width);
            }
        }
    }
}
