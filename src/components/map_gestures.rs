//! What part of a map is seen: zoomed by buttons, keys and wheel, pulled along by the mouse or a finger, pinched with two.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    browser::document,
    model::outline::Frame,
    view_model::grip::{Area, Grip},
};

/// The frame of a map and what is done to it. It may be told of events when the map has gone.
#[derive(Clone, Copy)]
pub struct MapGestures {
    frame: RwSignal<Frame>,
    whole: Frame,
    grip: StoredValue<Grip>,
    is_pulling: RwSignal<bool>,
}

impl MapGestures {
    /// At first the whole is seen.
    pub fn new(whole: Frame) -> Self {
        Self {
            frame: RwSignal::new(whole),
            whole,
            grip: StoredValue::new(Grip::default()),
            is_pulling: RwSignal::new(false),
        }
    }

    /// What is seen.
    pub fn frame(self) -> Frame {
        self.frame.get()
    }

    /// Whether all is seen.
    pub fn is_whole(self) -> bool {
        self.frame.get() == self.whole
    }

    /// Whether the map follows the mouse or a finger.
    pub fn is_pulling(self) -> bool {
        self.is_pulling.try_get() == Some(true)
    }

    fn change(self, change: impl FnOnce(Frame, Frame) -> Frame) {
        let whole = self.whole;
        self.frame.try_update(|frame| *frame = change(*frame, whole));
    }

    /// All is seen again.
    pub fn reset(self) {
        self.change(|_, whole| whole);
    }

    /// So many times as much is seen around a place, or around the middle.
    pub fn zoom(self, factor: f64, around: Option<(f64, f64)>) {
        self.change(|frame, whole| {
            let middle = (frame.x + frame.width / 2.0, frame.y + frame.height / 2.0);
            let zoomed = frame.zoomed(factor, middle, whole);
            around.map_or(zoomed, |place| zoomed.centred(place, whole))
        });
    }

    /// Brings a place to the middle, unless all is seen.
    pub fn centre(self, on: (f64, f64)) {
        self.change(|frame, whole| if frame == whole { frame } else { frame.centred(on, whole) });
    }

    /// The wheel is turned over the map.
    pub fn wheel(self, event: &ev::WheelEvent) {
        event.prevent_default();
        let Some((_, area)) = place_of_map(event) else { return };
        let (x, y) = (f64::from(event.client_x()) - area.corner.0, f64::from(event.client_y()) - area.corner.1);
        let factor = if event.delta_y() > 0.0 { 1.25 } else { 0.8 };
        self.change(|frame, whole| frame.zoomed(factor, frame.at((x, y), area.size), whole));
    }

    /// A button of the mouse or a finger is pressed on the map.
    pub fn pressed(self, event: &ev::PointerEvent) {
        if event.button() == 0 {
            self.grip.try_update_value(|grip| grip.press(event.pointer_id(), point(event), event.is_primary()));
        }
    }

    /// The mouse or a finger moves on the map.
    pub fn moved(self, event: &ev::PointerEvent) {
        // The mouse may have been let go where nobody told the map.
        if event.buttons() == 0 {
            return self.released(event);
        }
        let Some(frame) = self.frame.try_get_untracked() else { return };
        let id = event.pointer_id();
        let pull = self.grip.try_update_value(|grip| grip.pull(id, point(event), frame != self.whole)).flatten();
        let Some((pull, (element, area))) = pull.zip(place_of_map(event)) else { return };
        if self.is_pulling.try_get_untracked() == Some(false) {
            self.is_pulling.try_set(true);
        }
        // So that it is followed beyond the edge of the map; one that has just been let go is not.
        if !element.has_pointer_capture(id) {
            drop(element.set_pointer_capture(id));
        }
        let (next, rest) = pull.follow(frame, self.whole, area);
        self.frame.try_set(next);
        // A finger at the edge of the map moves the page instead: it is never caught here.
        if rest != (0.0, 0.0) && event.pointer_type() != "mouse" {
            document::scroll_by(rest);
        }
    }

    /// The mouse or a finger is let go, or the browser has taken it for something else.
    pub fn released(self, event: &ev::PointerEvent) {
        let is_over = self.grip.try_update_value(|grip| grip.release(event.pointer_id()));
        if is_over == Some(true) {
            self.is_pulling.try_set(false);
            self.change(Frame::settled);
        }
    }

    /// A click on the map: at the end of a pull it is none.
    pub fn clicked(self, event: &ev::MouseEvent) {
        if self.grip.try_with_value(Grip::has_pulled) == Some(true) {
            event.stop_propagation();
        }
    }
}

fn point(event: &ev::PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The element of the map that an event has come to, and where it is on the screen.
fn place_of_map(event: &web_sys::Event) -> Option<(web_sys::Element, Area)> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let on = element.get_bounding_client_rect();
    let area = Area { corner: (on.left(), on.top()), size: (on.width(), on.height()) };
    Some((element, area))
}
