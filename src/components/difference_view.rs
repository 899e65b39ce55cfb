//! Two groups set against each other: a row each with two marks on one axis, and beside it the difference; walked with the arrow keys, its table one key away.

use leptos::{ev, prelude::*};

use super::{data_table::DataTable, heading::Heading, pointer::nearest, pointing::Pointing};
use crate::{
    chart::difference::{Drawing, Drawn, RADIUS, ROW_HEIGHT, drawing},
    state::{naming::own, place::PlaceState},
    verdict::Kind,
    view_model::{
        difference::{DifferencePanel, FairPanel, FairRow, Row},
        walk::row_step,
    },
    words::difference as words,
};

/// The comparison with its table twin. `on_pick` is told the code of a row, `on_split` the id of the dimension to split the rows by.
#[component]
pub fn DifferenceView(
    #[prop(into)] panel: Signal<DifferencePanel>,
    #[prop(into)] on_pick: Callback<String>,
    #[prop(into)] on_split: Callback<String>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let at = RwSignal::new(None::<usize>);
    // The row of the whole stands for nothing that another view has.
    let key_of = move |row: usize| {
        let key = panel.with_untracked(|panel| panel.rows.get(row).map(|row| row.key.clone()));
        key.filter(|key| !key.is_empty())
    };
    let pointed = pointing.place(move |code| {
        panel.with(|panel| panel.rows.iter().position(|row| row.key == code)).filter(|_| !code.is_empty())
    });
    let pick_row = move |row: usize| {
        if let Some(key) = key_of(row) {
            at.set(Some(row));
            on_pick.run(key);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if let ("Enter" | " ", Some(row)) = (event.key().as_str(), at.get_untracked()) {
            event.prevent_default();
            return pick_row(row);
        }
        let n_rows = panel.with_untracked(|panel| panel.rows.len());
        if let Some(next) = row_step(&event.key(), at.get_untracked(), n_rows) {
            event.prevent_default();
            at.set(Some(next));
            pointing.point(key_of(next));
        }
    };
    let on_blur = move |_| {
        // What the mouse rests on stays pointed at.
        if at.try_get_untracked().flatten().is_some() {
            at.try_set(None);
            pointing.point(None);
        }
    };
    let on_move = move |event: ev::PointerEvent| pointing.point(nearest(event.target(), "data-place").and_then(key_of));
    let spoken = move || at.get().and_then(|row| panel.with(|panel| panel.rows.get(row).map(|row| row.spoken.clone())));
    let table = Signal::derive(move || panel.with(|panel| panel.table.clone()));
    let drawn = Memo::new(move |_| panel.with(drawing));
    let rows = move || {
        let rows = panel.with(|panel| panel.rows.clone());
        let ticks = StoredValue::new(drawn.with(|drawing| drawing.ticks.clone()));
        let row = |(place, (row, marks)): (usize, (Row, [Drawn; 2]))| {
            let is_lit = Signal::derive(move || at.get() == Some(place));
            let is_pointed = Signal::derive(move || pointed.get() == Some(place));
            view! { <RowView place row marks ticks is_lit is_pointed on_pick=Callback::new(move |()| pick_row(place))/> }
        };
        let marks = drawn.with(|drawing| drawing.rows.clone());
        rows.into_iter().zip(marks).enumerate().map(row).collect_view()
    };
    let fair = move || panel.with(|panel| panel.fair.clone()).map(|fair| view! { <FairView panel=fair on_split/> });
    let sentences = move |of: fn(&DifferencePanel) -> &Vec<String>| {
        panel.with(|panel| of(panel).clone()).into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
    };
    view! {
        <figure class="difference">
            <figcaption class="card__title" id=own("difference-title")>{move || panel.with(|panel| panel.title.clone())}</figcaption>
            <p class="difference__headline">{move || panel.with(|panel| panel.headline.clone())}</p>
            <div class="difference__caution">{move || sentences(|panel| &panel.caution)}</div>
            {fair}
            <div
                class="difference__frame"
                id=own("difference")
                tabindex="0"
                role="application"
                aria-label=move || panel.with(|panel| panel.summary.clone())
                aria-describedby=own("difference-keys")
                on:keydown=on_keydown
                on:blur=on_blur
                on:pointermove=on_move
                on:pointerleave=move |_| pointing.point(None)
            >
                <div class="difference__rows" aria-hidden="true">
                    <Head panel drawn/>
                    {rows}
                    <p class="difference__axis">{move || panel.with(|panel| panel.axis_title.clone())}</p>
                </div>
            </div>
            <p class="bar-chart__keys" id=own("difference-keys")>{move || words::keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <div class="difference__reading">
                <Heading alone=2 class="heading difference__subtitle">{move || words::how_to_read(language.get())}</Heading>
                {move || sentences(|panel| &panel.reading)}
            </div>
            <details class="bar-chart__table">
                <summary>{move || words::as_table(language.get())}</summary>
                <DataTable panel=table on_pick pointing name=own("difference-table")/>
            </details>
        </figure>
    }
}

/// What the marks are, the axis, and what stands over the columns beside it.
#[component]
fn Head(#[prop(into)] panel: Signal<DifferencePanel>, #[prop(into)] drawn: Signal<Drawing>) -> impl IntoView {
    let key = move |group: usize| {
        let name = panel.with(|panel| panel.names.get(group).cloned().unwrap_or_default());
        view! {
            <span class="difference__key">
                <svg class="difference__sign" width="16" height="16"><Sign group x="8".to_owned() y=8.0/></svg>
                {name}
            </span>
        }
    };
    let ticks = move || {
        let ticks = drawn.with(|drawing| drawing.ticks.clone());
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
    view! {
        <div class="difference__row difference__row--head">
            <div class="difference__keys">{move || key(0)} {move || key(1)}</div>
            <svg class="difference__ticks" width="100%" height="20">{ticks}</svg>
            <div class="difference__cell">{move || header(0)}</div>
            <div class="difference__cell">{move || header(1)}</div>
            <div class="difference__cell">{move || header(2)}</div>
        </div>
    }
}

/// One row.
#[component]
fn RowView(
    place: usize,
    row: Row,
    marks: [Drawn; 2],
    ticks: StoredValue<Vec<(f64, String)>>,
    #[prop(into)] is_lit: Signal<bool>,
    /// Whether it is pointed at, here or in another view.
    #[prop(into)]
    is_pointed: Signal<bool>,
    on_pick: Callback<()>,
) -> impl IntoView {
    let lines = ticks.with_value(|ticks| {
        let line = |(x, _): &(f64, String)| {
            view! { <line class="difference__grid" x1=format!("{x}%") x2=format!("{x}%") y1="0" y2=ROW_HEIGHT/> }
        };
        ticks.iter().map(line).collect_view()
    });
    let marks = marks.into_iter().enumerate().map(|(group, drawn)| view! { <MarkView group drawn/> }).collect_view();
    let language = PlaceState::get().language();
    let class = if row.is_picked { "difference__row difference__row--picked" } else { "difference__row" };
    let kind = match row.kind {
        Some(Kind::Higher) => "difference__verdict difference__verdict--higher",
        Some(Kind::Lower) => "difference__verdict difference__verdict--lower",
        _ => "difference__verdict",
    };
    view! {
        <div
            class=class
            class=("difference__row--lit", is_lit)
            class=("difference__row--pointed", is_pointed)
            data-place=place
            on:click=move |_| on_pick.run(())
        >
            <div class="difference__label">{row.label}</div>
            <svg class="difference__strip" width="100%" height=ROW_HEIGHT>{lines}{marks}</svg>
            <div class="difference__cell" data-label=move || words::difference(language.get())><strong>{row.difference}</strong><span>{row.difference_range}</span></div>
            <div class="difference__cell" data-label=move || words::ratio(language.get())><strong>{row.ratio}</strong><span>{row.ratio_range}</span></div>
            <div class="difference__cell" data-label=move || words::verdict(language.get())><span class=kind>{row.verdict}</span></div>
        </div>
    }
}

/// One group in a row: its line, its sign, its figure.
#[component]
fn MarkView(group: usize, drawn: Drawn) -> impl IntoView {
    let Drawn { y, x, line, text, text_x, text_dx, ends_there } = drawn;
    let line = line.map(|(from, to)| {
        view! { <line class="difference__line" x1=format!("{from}%") x2=format!("{to}%") y1=y y2=y/> }
    });
    let sign = x.map(|x| view! { <Sign group x=format!("{x}%") y/> });
    let class = if x.is_some() { "difference__text" } else { "difference__text difference__text--absent" };
    view! {
        {line}
        {sign}
        <text class=class x=format!("{text_x}%") y=y dx=text_dx dy="0.35em" text-anchor=if ends_there { "end" } else { "start" }>{text}</text>
    }
}

/// A filled dot for the first group, a hollow square for the second.
#[component]
fn Sign(group: usize, x: String, y: f64) -> impl IntoView {
    match group {
        0 => view! { <circle class="difference__dot" cx=x cy=y r=RADIUS/> }.into_any(),
        // A square stands by its corner: it is moved by half its side.
        _ => view! {
            <rect class="difference__square" x=x y=y width=RADIUS * 2.0 height=RADIUS * 2.0 transform=format!("translate({} {})", -RADIUS, -RADIUS)/>
        }
        .into_any(),
    }
}

/// Like compared with like.
#[component]
fn FairView(panel: FairPanel, on_split: Callback<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    let FairPanel { why, rows, difference, left_out, split } = panel;
    let row = |row: FairRow| {
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{row.crude}<span class="difference__range">{row.crude_range}</span></td>
                <td>{row.standardised}<span class="difference__range">{row.standardised_range}</span></td>
            </tr>
        }
    };
    let split = split.map(|(id, label)| {
        view! { <button class="button difference__split" type="button" on:click=move |_| on_split.run(id.clone())>{label}</button> }
    });
    view! {
        <section class="difference__fair">
            <Heading alone=2 class="heading difference__subtitle">{move || words::fair_title(language.get())}</Heading>
            <p>{why}</p>
            <table class="difference__mixes">
                <thead>
                    <tr>
                        <th scope="col">{move || words::group(language.get())}</th>
                        <th scope="col">{move || words::crude(language.get())}</th>
                        <th scope="col">{move || words::standardised(language.get())}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
            <p class="difference__fair-says">{difference}</p>
            {(!left_out.is_empty()).then(|| view! { <p>{left_out}</p> })}
            {split}
        </section>
    }
}
