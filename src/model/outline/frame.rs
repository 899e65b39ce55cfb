//! The part of the grid that a map shows: zoomed and moved, never out of the whole.

/// A rectangle of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// So many times the whole can be enlarged.
const MOST: f64 = 24.0;
/// A frame of so much of the whole is as good as the whole.
const NEARLY: f64 = 0.95;

impl Frame {
    /// Whether two frames share any ground.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// A frame `factor` times as large around a point, kept within `whole`.
    pub fn zoomed(self, factor: f64, around: (f64, f64), whole: Self) -> Self {
        let width = (self.width * factor).max(whole.width / MOST);
        if width >= whole.width {
            return whole;
        }
        let height = width * whole.height / whole.width;
        let across = (around.0 - self.x) / self.width;
        let down = (around.1 - self.y) / self.height;
        Self { x: around.0 - across * width, y: around.1 - down * height, width, height }.within(whole)
    }

    /// The same frame with a point in the middle, kept within `whole`.
    pub fn centred(self, on: (f64, f64), whole: Self) -> Self {
        Self { x: on.0 - self.width / 2.0, y: on.1 - self.height / 2.0, ..self }.within(whole)
    }

    /// The same frame so much further to the right and down, kept within `whole`.
    pub fn moved(self, right: f64, down: f64, whole: Self) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }.within(whole)
    }

    /// The whole where hardly anything of it is out of view: nobody meant that.
    pub fn settled(self, whole: Self) -> Self {
        if self.width > whole.width * NEARLY { whole } else { self }
    }

    /// How much of the grid a pixel is, where the frame keeps its proportions in the middle of a box of so many pixels.
    pub fn scale(self, (width, height): (f64, f64)) -> f64 {
        (self.width / width).max(self.height / height)
    }

    /// What lies on the grid at a point of that box, counted from its upper left corner.
    pub fn at(self, (x, y): (f64, f64), (width, height): (f64, f64)) -> (f64, f64) {
        let scale = self.scale((width, height));
        let (left, top) = ((width - self.width / scale) / 2.0, (height - self.height / scale) / 2.0);
        (self.x + (x - left) * scale, self.y + (y - top) * scale)
    }

    fn within(self, whole: Self) -> Self {
        Self {
            x: self.x.clamp(whole.x, (whole.x + whole.width - self.width).max(whole.x)),
            y: self.y.clamp(whole.y, (whole.y + whole.height - self.height).max(whole.y)),
            ..self
        }
    }

    /// As `viewBox` wants it.
    pub fn view_box(self) -> String {
        let Self { x, y, width, height } = self;
        format!("{x:.2} {y:.2} {width:.2} {height:.2}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHOLE: Frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 200.0 };

    #[test]
    fn zooming_keeps_the_point_under_the_pointer_and_the_whole_in_view() {
        let near = WHOLE.zoomed(0.5, (25.0, 50.0), WHOLE);
        assert_eq!(near, Frame { x: 12.5, y: 25.0, width: 50.0, height: 100.0 });
        assert_eq!(near.zoomed(10.0, (0.0, 0.0), WHOLE), WHOLE);
        assert_eq!(near.centred((0.0, 0.0), WHOLE), Frame { x: 0.0, y: 0.0, ..near });
    }

    #[test]
    fn moving_stops_at_the_edge_of_the_whole() {
        let near = Frame { x: 40.0, y: 40.0, width: 25.0, height: 50.0 };
        assert_eq!(near.moved(10.0, -5.0, WHOLE), Frame { x: 50.0, y: 35.0, ..near });
        assert_eq!(near.moved(90.0, -90.0, WHOLE), Frame { x: 75.0, y: 0.0, ..near });
        assert_eq!(WHOLE.moved(3.0, 3.0, WHOLE), WHOLE);
    }

    #[test]
    fn nearly_the_whole_settles_as_the_whole() {
        assert_eq!(WHOLE.zoomed(0.97, (20.0, 20.0), WHOLE).settled(WHOLE), WHOLE);
        let near = WHOLE.zoomed(0.8, (20.0, 20.0), WHOLE);
        assert_eq!(near.settled(WHOLE), near);
    }

    #[test]
    fn a_frame_stands_in_the_middle_of_its_box() {
        assert_eq!(WHOLE.at((150.0, 50.0), (300.0, 100.0)), (50.0, 100.0));
        assert_eq!(WHOLE.at((0.0, 0.0), (300.0, 100.0)), (-250.0, 0.0));
        assert!((WHOLE.scale((300.0, 100.0)) - 2.0).abs() < 1e-12);
    }

    /// A map somewhere on the grid, as large as those of Sweden or as small as one of tiles.
    fn wholes() -> impl Strategy<Value = Frame> {
        let edge = -1e6..1e6;
        (edge.clone(), edge, 100.0..1e6, 100.0..1e6).prop_map(|(x, y, width, height)| Frame { x, y, width, height })
    }

    proptest! {
        #[test]
        fn whatever_a_hand_does_the_frame_is_within_the_whole_and_as_long_as_it(
            whole in wholes(),
            acts in prop::collection::vec((0..3_u8, 0.05..20.0, -0.5..1.5, -0.5..1.5), 1..30),
        ) {
            let mut frame = whole;
            for (act, factor, across, down) in acts {
                let point = (whole.x + across * whole.width, whole.y + down * whole.height);
                let before = frame;
                frame = match act {
                    0 => frame.zoomed(factor, point, whole),
                    1 => frame.moved((across - 0.5) * whole.width, (down - 0.5) * whole.height, whole),
                    _ => frame.centred(point, whole),
                };
                let slack = (whole.width + whole.height + whole.x.abs() + whole.y.abs()) * 1e-12;
                prop_assert!(frame.x >= whole.x - slack && frame.y >= whole.y - slack);
                prop_assert!(frame.x + frame.width <= whole.x + whole.width + slack);
                prop_assert!(frame.y + frame.height <= whole.y + whole.height + slack);
                prop_assert!(frame.width <= whole.width && frame.width >= whole.width / MOST - slack);
                prop_assert!((frame.height * whole.width - frame.width * whole.height).abs() <= slack * whole.width);
                if act != 0 {
                    prop_assert_eq!((frame.width, frame.height), (before.width, before.height));
                }
            }
        }

        #[test]
        fn a_pinch_keeps_what_is_between_the_fingers_there(
            whole in wholes(),
            factor in 0.1..1.0,
            across in 0.0..1.0,
            down in 0.0..1.0,
        ) {
            let size = (640.0, 480.0);
            // From the whole inwards nothing is at an edge.
            let fingers = (size.0 * across, size.1 * down);
            let held = whole.at(fingers, size);
            prop_assume!(held.0 >= whole.x && held.0 <= whole.x + whole.width);
            prop_assume!(held.1 >= whole.y && held.1 <= whole.y + whole.height);
            let (x, y) = whole.zoomed(factor, held, whole).at(fingers, size);
            let slack = (whole.width + whole.height + whole.x.abs() + whole.y.abs()) * 1e-12;
            prop_assert!((x - held.0).abs() <= slack && (y - held.1).abs() <= slack);
        }
    }

    #[test]
    fn frames_that_only_touch_do_not_meet() {
        let beside = Frame { x: 100.0, ..WHOLE };
        assert!(!WHOLE.meets(beside));
        assert!(WHOLE.meets(Frame { x: 99.0, ..beside }));
    }
}
