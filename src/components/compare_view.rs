//! Places or groups side by side: a row each with its figure and interval on one axis, and the same as a table.

use leptos::prelude::*;

use super::data_table::DataTable;
use crate::{
    chart::compare::{Strip, drawing},
    state::place::PlaceState,
    verdict::Kind,
    view_model::compare::{ComparePanel, CompareRow},
    words::compare as words,
};

/// How tall a row's strip is, in CSS pixels.
const HEIGHT: f64 = 28.0;

/// The comparison. `on_pick` is told the code of a row.
#[component]
pub fn CompareView(
    #[prop(into)] panel: Signal<ComparePanel>,
    #[prop(into)] on_pick: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let rows = move || {
        panel.with(|panel| {
            let drawn = drawing(panel);
            let rows = panel.rows.iter().zip(&drawn.rows);
            rows.map(|(row, strip)| row_view(row, *strip, &drawn.ticks)).collect_view()
        })
    };
    let ticks = move || {
        let ticks = panel.with(|panel| drawing(panel).ticks);
        let last = ticks.len().saturating_sub(1);
        let tick = |(place, (x, label)): (usize, (f64, String))| {
            let anchor = if place == 0 {
                "start"
            } else if place == last {
                "end"
            } else {
                "middle"
            };
            view! { <text class="difference__tick" x=format!("{x}%") y="14" text-anchor=anchor>{label}</text> }
        };
        ticks.into_iter().enumerate().map(tick).collect_view()
    };
    let header = move |column: usize| panel.with(|panel| panel.headers.get(column).cloned().unwrap_or_default());
    let caution = move || {
        let caution = panel.with(|panel| panel.caution.clone());
        caution.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
    };
    let table = Signal::derive(move || panel.with(|panel| panel.table.clone()));
    view! {
        <figure class="difference compare">
            <figcaption class="card__title">{move || panel.with(|panel| panel.caption.clone())}</figcaption>
            <div class="difference__caution">{caution}</div>
            <p class="visually-hidden">{move || panel.with(|panel| panel.summary.clone())}</p>
            <div class="compare__rows" aria-hidden="true">
                <div class="difference__row difference__row--head compare__row">
                    <div></div>
                    <svg class="difference__ticks" width="100%" height="20">{ticks}</svg>
                    <div class="difference__cell">{move || header(0)}</div>
                    <div class="difference__cell">{move || header(1)}</div>
                    <div class="difference__cell">{move || header(2)}</div>
                </div>
                {rows}
                <p class="difference__axis">{move || panel.with(|panel| panel.axis_title.clone())}</p>
            </div>
            <p class="compare__reading">{move || words::reading(language.get())}</p>
            <DataTable panel=table on_pick name="compare-table"/>
        </figure>
    }
}

fn row_view(row: &CompareRow, strip: Strip, ticks: &[(f64, String)]) -> impl IntoView + use<> {
    let grid = ticks.iter().map(|(x, _)| {
        view! { <line class="difference__grid" x1=format!("{x}%") x2=format!("{x}%") y1="0" y2=HEIGHT/> }
    });
    let middle = HEIGHT / 2.0;
    let line = strip.line.map(|(from, to)| {
        view! { <line class="difference__line" x1=format!("{from}%") x2=format!("{to}%") y1=middle y2=middle/> }
    });
    let dot = strip.x.map(|x| view! { <circle class="difference__dot" cx=format!("{x}%") cy=middle r="5.5"/> });
    let class = match row.kind {
        None => "difference__row compare__row difference__row--picked",
        Some(_) => "difference__row compare__row",
    };
    let verdict = match row.kind {
        Some(Kind::Higher) => "difference__verdict difference__verdict--higher",
        Some(Kind::Lower) => "difference__verdict difference__verdict--lower",
        _ => "difference__verdict",
    };
    let CompareRow { label, text, range_text, difference, difference_range, verdict: word, .. } = row.clone();
    view! {
        <div class=class>
            <div class="difference__label">{label}</div>
            <svg class="difference__strip" width="100%" height=HEIGHT>{grid.collect_view()}{line}{dot}</svg>
            <div class="difference__cell"><strong>{text}</strong><span>{range_text}</span></div>
            <div class="difference__cell"><strong>{difference}</strong><span>{difference_range}</span></div>
            <div class="difference__cell"><span class=verdict>{word}</span></div>
        </div>
    }
}
