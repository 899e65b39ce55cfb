//! The outlines of a map as its views ask for them, and a step over them by an arrow key.

use std::{collections::HashMap, sync::Arc};

use leptos::{ev, prelude::*};

use super::pointing::Pointing;
use crate::{
    model::{
        outline::{Frame, Outline, Outlines},
        text::Language,
    },
    view_model::{
        map::{MapArea, MapPanel, Shade},
        walk::{Direction, northernmost, step},
    },
    words::map as words,
};

/// What a map draws. Areas are spoken of by their place among the outlines.
#[derive(Clone, Copy)]
pub struct MapOutlines(StoredValue<Arc<Outlines>>);

/// Where an arrow key has led.
pub struct Step {
    /// The area there; none where there is no neighbour.
    pub to: Option<usize>,
    /// What a screen reader is told: the way, and what is there.
    pub spoken: String,
}

impl MapOutlines {
    /// To be asked for as long as the map is there.
    pub fn new(outlines: Arc<Outlines>) -> Self {
        Self(StoredValue::new(outlines))
    }

    /// Something of the outlines as they are.
    pub fn with<T>(self, read: impl FnOnce(&Outlines) -> T) -> T {
        self.0.with_value(|outlines| read(outlines))
    }

    /// Something of an area; none when the map has gone.
    fn of<T>(self, place: usize, read: impl FnOnce(&Outline) -> T) -> Option<T> {
        self.0.try_with_value(|outlines| outlines.areas.get(place).map(read)).flatten()
    }

    /// The part of the grid that shows it all.
    pub fn frame(self) -> Frame {
        self.with(|outlines| outlines.frame)
    }

    /// The code of an area.
    pub fn code(self, place: usize) -> Option<String> {
        self.of(place, |area| area.code.clone())
    }

    /// The name of an area.
    pub fn name(self, place: usize, language: Language) -> Option<String> {
        self.of(place, |area| area.name.get(language).to_owned())
    }

    /// A point well inside an area.
    pub fn label(self, place: usize) -> Option<(f64, f64)> {
        self.of(place, |area| area.label)
    }

    fn place(self, code: &str) -> Option<usize> {
        self.with(|outlines| outlines.areas.iter().position(|area| area.code == code))
    }

    /// What is pointed at in any view.
    pub fn marked(self, pointing: Pointing) -> Memo<Option<usize>> {
        pointing.place(move |code| self.place(code))
    }

    /// What is picked, as a panel says.
    pub fn picked(self, panel: Signal<Option<MapPanel>>) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            panel.with(|panel| self.place(&panel.as_ref()?.areas.iter().find(|area| area.is_picked)?.code))
        })
    }

    /// What is said of an area, where anything is.
    pub fn said(self, place: usize, areas: &[MapArea]) -> Option<&MapArea> {
        let code = self.code(place)?;
        areas.iter().find(|area| area.code == code)
    }

    /// How each outline is painted, in their order.
    pub fn shades(self, areas: &[MapArea]) -> Vec<Shade> {
        let by_code: HashMap<&str, Shade> = areas.iter().map(|area| (area.code.as_str(), area.shade)).collect();
        let of = |area: &Outline| by_code.get(area.code.as_str()).copied().unwrap_or(Shade::Outside);
        self.with(|outlines| outlines.areas.iter().map(of).collect())
    }

    /// The outline of an area, drawn once more over the areas.
    pub fn drawn(self, class: &'static str, place: Option<usize>) -> impl IntoView {
        let path = place.and_then(|place| self.of(place, |area| area.path.clone()));
        path.map(|path| view! { <path class=class d=path/> })
    }

    /// The borders of the level above.
    pub fn borders(self) -> impl IntoView {
        let borders = self.with(|outlines| outlines.borders.clone());
        borders.map(|path| view! { <path class="map-view__borders" d=path/> })
    }

    /// Where a key leads from an area, or at first; `said` tells of an area. None for a key that is no arrow.
    pub fn step(
        self,
        event: &ev::KeyboardEvent,
        from: Option<usize>,
        language: Language,
        said: impl FnOnce(usize) -> Option<String>,
    ) -> Option<Step> {
        let (direction, way) = match event.key().as_str() {
            "ArrowUp" => (Direction::North, words::north(language)),
            "ArrowDown" => (Direction::South, words::south(language)),
            "ArrowLeft" => (Direction::West, words::west(language)),
            "ArrowRight" => (Direction::East, words::east(language)),
            _ => return None,
        };
        let to = self.with(|outlines| match from {
            Some(from) => step(outlines, from, direction),
            None => northernmost(outlines),
        });
        let outside =
            |place| format!("{}: {}", self.name(place, language).unwrap_or_default(), words::outside(language));
        let there = match to {
            Some(place) => said(place).unwrap_or_else(|| outside(place)),
            None => words::no_neighbour(language).to_owned(),
        };
        Some(Step { to, spoken: format!("{way}: {there}") })
    }
}
