//! The outlines of all levels together.

use std::sync::Arc;

use leptos::prelude::*;

use super::data::{Arrival, DataState};
use crate::{model::area::Level, view_model::area::Maps};

const LEVELS: [Level; 3] = [Level::Municipality, Level::County, Level::Division];

impl DataState {
    /// All outlines, when all have arrived; what is not here is asked for.
    pub fn maps(self) -> Memo<Arrival<Maps>> {
        let maps = self.arriving_maps();
        Memo::new(move |_| maps())
    }

    /// The same read anew each time: lighter, for what asks but once.
    pub fn arriving_maps(self) -> impl Fn() -> Arrival<Maps> {
        let outlines = LEVELS.map(|level| self.outlines(level));
        move || match outlines.each_ref().map(Get::get) {
            [Arrival::Ready(municipalities), Arrival::Ready(counties), Arrival::Ready(divisions)] => {
                Arrival::Ready(Arc::new(Maps { municipalities, counties, divisions }))
            }
            [Arrival::Failed(trouble), ..] | [_, Arrival::Failed(trouble), _] | [.., Arrival::Failed(trouble)] => {
                Arrival::Failed(trouble)
            }
            _ => Arrival::Awaited,
        }
    }

    /// Asks once more for the outlines that did not come.
    pub fn fetch_maps_again(self) {
        let has_failed = |level: &Level| matches!(self.outlines(*level).get_untracked(), Arrival::Failed(_));
        LEVELS.into_iter().filter(has_failed).for_each(|level| self.fetch_outlines(level));
    }
}
