//! The areas of a map or an inset, painted.

use leptos::{prelude::*, svg};

use super::map_outlines::MapOutlines;
use crate::{
    browser::document,
    model::outline::{Frame, Outline},
    view_model::map::Shade,
};

/// The areas that meet the frame. A click on one of them tells its place among the outlines by `data-place`.
#[component]
pub fn MapAreas(
    outlines: MapOutlines,
    frame: Frame,
    /// How each outline is painted, in their order.
    #[prop(into)]
    shades: Signal<Vec<Shade>>,
    /// The shade that is pointed at in the legend: all others step back.
    #[prop(into)]
    lit: Signal<Option<Shade>>,
) -> impl IntoView {
    let group = NodeRef::<svg::G>::new();
    let shown: Vec<(usize, Outline)> = outlines.with(|outlines| {
        let shown = outlines.areas.iter().enumerate().filter(|(_, area)| area.frame.meets(frame));
        shown.map(|(place, area)| (place, area.clone())).collect()
    });
    let places: Vec<usize> = shown.iter().map(|(place, _)| *place).collect();
    // Written straight into the paths, and only where something changes: hundreds are too many to be reactive each.
    Effect::new(move |before: Option<Vec<String>>| {
        let classes = shades.with(|shades| {
            let of = |place: &usize| class(shades.get(*place).copied().unwrap_or(Shade::Outside), lit.get());
            places.iter().map(of).collect::<Vec<_>>()
        });
        if let Some(group) = group.get() {
            for (place, (path, class)) in document::children(&group).zip(&classes).enumerate() {
                if before.as_ref().and_then(|before| before.get(place)) != Some(class) {
                    drop(path.set_attribute("class", class));
                }
            }
        }
        classes
    });
    let path = |(place, area): (usize, Outline)| view! { <path class="area" d=area.path data-place=place/> };
    view! { <g class="map-view__areas" node_ref=group>{shown.into_iter().map(path).collect_view()}</g> }
}

fn class(shade: Shade, lit: Option<Shade>) -> String {
    let dimmed = if lit.is_some_and(|lit| lit != shade) { " area--dimmed" } else { "" };
    format!("area area--{}{dimmed}", shade.css())
}
