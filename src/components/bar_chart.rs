//! The bar chart: drawn by ECharts, walked with the arrow keys, with its table one key away.

use leptos::{ev, html::Div, prelude::*};

use super::{arrival::Awaited, data_table::DataTable, pointing::Pointing};
use crate::{
    browser::{
        document,
        echarts::{self, ChartHandle},
    },
    chart::{self, look::Look, spec::ChartSpec, theme::Theme},
    state::{naming::own, place::PlaceState, text_scale::TextScale},
    view_model::{bars::BarsPanel, table::TablePanel},
    words::{explore as words, frame, funnel as funnel_words, trouble},
};

/// Whether ECharts is here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Library {
    Awaited,
    Here,
    Missing,
}

/// A chart of bars with its table twin. `on_pick` is told the code of a bar.
#[component]
pub fn BarChart(
    #[prop(into)] panel: Signal<BarsPanel>,
    #[prop(into)] table: Signal<Option<TablePanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let library = RwSignal::new(Library::Awaited);
    leptos::task::spawn_local(async move {
        library.set(if echarts::fetch().await.is_ok() { Library::Here } else { Library::Missing });
    });
    let theme = RwSignal::new(document::theme());
    let _listener = StoredValue::new_local(document::on_theme_change(move || theme.set(document::theme())));
    let scale = TextScale::here();
    let spec = Memo::new(move |_| panel.with(|panel| chart::bars::spec(panel, look(theme.get(), scale.get()))));
    let at = RwSignal::new(None::<usize>);
    let n_rows = move || panel.with_untracked(|panel| panel.rows.len());
    let key_of = move |row: usize| panel.with_untracked(|panel| panel.rows.get(row).map(|row| row.key.clone()));
    let point = Callback::new(move |row: Option<usize>| pointing.point(row.and_then(key_of)));
    // The row that the keyboard is on, or that is pointed at in any view.
    let pointed = pointing.place(move |code| panel.with(|panel| panel.rows.iter().position(|row| row.key == code)));
    let lit = Signal::derive(move || pointed.get().or(at.get()));
    let pick_row = move |row: usize| {
        if let Some(key) = key_of(row) {
            at.set(Some(row));
            on_pick.run(key);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let last = n_rows().saturating_sub(1);
        let next = match (event.key().as_str(), at.get_untracked()) {
            ("ArrowDown" | "ArrowRight", Some(row)) => (row + 1).min(last),
            ("ArrowUp" | "ArrowLeft", Some(row)) => row.saturating_sub(1),
            ("ArrowDown" | "ArrowRight" | "Home", _) => 0,
            ("ArrowUp" | "ArrowLeft" | "End", _) => last,
            ("Enter" | " ", Some(row)) => {
                event.prevent_default();
                return pick_row(row);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(Some(next));
        point.run(Some(next));
    };
    let on_blur = move |_| {
        // What the mouse rests on stays pointed at.
        if at.try_get_untracked().flatten().is_some() {
            at.try_set(None);
            point.try_run(None);
        }
    };
    let spoken = move || at.get().and_then(|row| panel.with(|panel| panel.rows.get(row).map(|row| row.spoken.clone())));
    let canvas = move || {
        match library.get() {
        // As high as what comes, so that nothing below moves when it comes.
        Library::Awaited => view! {
            <div class="bar-chart__coming" style:height=move || spec.with(|spec| format!("{}px", spec.height_px))>
                <Awaited text=frame::loading_chart/>
            </div>
        }
        .into_any(),
        Library::Missing => view! {
            <p class="bar-chart__missing">{trouble::no_chart_title(language.get())} ". " {trouble::no_chart_text(language.get())}</p>
        }
        .into_any(),
        Library::Here => view! { <Canvas spec lit on_pick=Callback::new(pick_row) on_point=point/> }.into_any(),
    }
    };
    view! {
        <figure class="bar-chart">
            <figcaption class="card__title" id=own("chart-title")>{move || panel.with(|panel| panel.title.clone())}</figcaption>
            <div
                class="bar-chart__frame"
                id=own("chart")
                tabindex="0"
                role="application"
                aria-label=move || spec.with(|spec| spec.summary.clone())
                aria-describedby=own("chart-keys")
                on:keydown=on_keydown
                on:blur=on_blur
                on:pointerleave=move |_| point.run(None)
            >
                {canvas}
            </div>
            {move || {
                let said = panel.with(|panel| panel.left_out.clone());
                (!said.is_empty()).then(|| view! { <p class="bar-chart__left-out">{said}</p> })
            }}
            <p class="bar-chart__note"><strong>{move || funnel_words::how_to_read(language.get())}": "</strong>{move || words::read_bars(language.get())}</p>
            {move || panel.with(|panel| {
                panel.notes.iter().map(|note| view! { <p class="bar-chart__note">{note.clone()}</p> }).collect_view()
            })}
            <p class="bar-chart__keys" id=own("chart-keys")>{move || words::chart_keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <details class="bar-chart__table" open=move || library.get() == Library::Missing>
                <summary>{move || words::as_table(language.get())}</summary>
                <DataTable panel=table on_pick pointing name=own("chart-table")/>
            </details>
        </figure>
    }
}

/// The look of the theme; the words grow with those of the page.
fn look(theme: Theme, scale: f64) -> Look {
    let look = Look::of(theme);
    Look { text_px: look.text_px * scale, ..look }
}

/// Where ECharts draws; its height follows the number of bars.
#[component]
fn Canvas(
    #[prop(into)] spec: Signal<ChartSpec>,
    #[prop(into)] lit: Signal<Option<usize>>,
    on_pick: Callback<usize>,
    /// Told which bar is under the pointer.
    on_point: Callback<Option<usize>>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let handle = StoredValue::new_local(None::<ChartHandle>);
    let is_broken = RwSignal::new(false);
    Effect::new(move |_: Option<()>| {
        let Some(element) = node.get() else { return };
        if handle.with_value(Option::is_none) {
            match ChartHandle::mount(&element, move |row| on_pick.run(row), move |row| on_point.run(row)) {
                Ok(mounted) => handle.set_value(Some(mounted)),
                Err(_) => return is_broken.set(true),
            }
        }
        let drawn =
            handle.with_value(|handle| handle.as_ref().map(|handle| spec.with(|spec| handle.show(&spec.option))));
        is_broken.set(drawn.is_some_and(|drawn| drawn.is_err()));
    });
    Effect::new(move |_: Option<()>| {
        // A chart drawn anew has lost its mark.
        spec.track();
        let row = lit.get();
        handle.with_value(|handle| {
            if let Some(handle) = handle {
                handle.highlight(row);
            }
        });
    });
    let language = PlaceState::get().language();
    view! {
        <div class="bar-chart__canvas" style:height=move || spec.with(|spec| format!("{}px", spec.height_px)) aria-hidden="true" node_ref=node></div>
        {move || is_broken.get().then(|| view! { <p class="bar-chart__missing">{trouble::no_chart_title(language.get())}</p> })}
    }
}
