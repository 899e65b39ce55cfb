//! A flow: upright bars for the parts of each stage and bands between them; pointed at or walked with the arrow keys, and as a table.

use leptos::{ev, prelude::*};

use crate::{
    chart::flow::{BAR, DrawnBand, DrawnPart, drawing},
    model::text::Language,
    state::{naming::own, place::PlaceState, text_scale::TextScale},
    view_model::{
        flow::{FlowLink, FlowPanel, FlowPart, FlowStage},
        walk::row_step,
    },
    words::flow as words,
};

/// How far the words of a part stand from its bar.
const ASIDE: f64 = BAR + 6.0;

/// What is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lit {
    /// A part: its stage and its place there.
    Part(usize, usize),
    /// A band: its place among the links.
    Band(usize),
}

impl Lit {
    fn lights(self, nth: usize, link: &FlowLink) -> bool {
        match self {
            Self::Band(lit) => lit == nth,
            Self::Part(stage, place) => {
                (link.stage, link.from) == (stage, place) || (link.stage.saturating_add(1), link.to) == (stage, place)
            }
        }
    }
}

/// The flow with its words and its table.
#[component]
pub fn FlowView(panel: FlowPanel) -> impl IntoView {
    let language = PlaceState::get().language();
    let lit = RwSignal::new(None::<Lit>);
    let drawn = drawing(&panel);
    let walked: Vec<Lit> = drawn.parts.iter().map(|part| Lit::Part(part.stage, part.place)).collect();
    let on_keydown = move |event: ev::KeyboardEvent| {
        let at = lit.get_untracked().and_then(|lit| walked.iter().position(|it| *it == lit));
        if let Some(next) = row_step(&event.key(), at, walked.len()) {
            event.prevent_default();
            lit.set(walked.get(next).copied());
        }
    };
    // Two lines of words have their room however large they are.
    let scale = TextScale::here();
    let drawn_height = drawn.height;
    let height = move || drawn_height * scale.get();
    let links = StoredValue::new(panel.links.clone());
    let bands = drawn.bands.into_iter().map(|band| view! { <BandView band links lit/> }).collect_view();
    let last = panel.stages.len().saturating_sub(1);
    let part_of = |stage: usize, place: usize| panel.stages.get(stage)?.parts.get(place).cloned();
    let with_words = |drawn: DrawnPart| Some((part_of(drawn.stage, drawn.place)?, drawn));
    let part = |(part, drawn)| view! { <PartView part drawn last lit scale/> };
    let parts = drawn.parts.into_iter().filter_map(with_words).map(part).collect_view();
    let stages = panel.stages.iter().map(|stage| view! { <span>{stage.label.clone()}</span> }).collect_view();
    let notes = panel.notes.iter().map(|note| view! { <p class="flow__note">{note.clone()}</p> }).collect_view();
    let table = table(&panel);
    let spoken = {
        let panel = StoredValue::new(panel.clone());
        move || {
            panel.with_value(|panel| match lit.get() {
                Some(Lit::Part(stage, place)) => Some(panel.stages.get(stage)?.parts.get(place)?.spoken.clone()),
                Some(Lit::Band(link)) => Some(panel.links.get(link)?.spoken.clone()),
                None => None,
            })
        }
    };
    view! {
        <figure class="flow">
            <figcaption class="card__title">{panel.title.clone()}</figcaption>
            <div
                class="flow__frame"
                tabindex="0"
                role="application"
                aria-label=panel.summary.clone()
                aria-describedby=own("flow-keys")
                on:keydown=on_keydown
                on:blur=move |_| lit.set(None)
                on:pointerleave=move |_| lit.set(None)
            >
                <div class="flow__drawing" aria-hidden="true">
                    <div class="flow__stages">{stages}</div>
                    <svg class="flow__picture" width="100%" height=height class:flow__picture--lit=move || lit.get().is_some()>
                        <svg viewBox=format!("0 0 100 {drawn_height:.2}") preserveAspectRatio="none" width="100%" height=height>{bands}</svg>
                        {parts}
                    </svg>
                </div>
            </div>
            <p class="flow__read" role="status">{move || spoken().unwrap_or_else(|| words::hint(language.get()).to_owned())}</p>
            <p class="bar-chart__keys" id=own("flow-keys")>{move || words::keys(language.get())}</p>
            {notes}
            {table}
        </figure>
    }
}

/// A band.
#[component]
fn BandView(band: DrawnBand, links: StoredValue<Vec<FlowLink>>, lit: RwSignal<Option<Lit>>) -> impl IntoView {
    let DrawnBand { link: nth, path } = band;
    let is_lit = move || links.with_value(|links| Some(lit.get()?.lights(nth, links.get(nth)?))) == Some(true);
    view! { <path class="flow__band" class:flow__band--lit=is_lit d=path on:pointerenter=move |_| lit.set(Some(Lit::Band(nth)))/> }
}

/// A part: its bar, its name and its figure.
#[component]
fn PartView(
    part: FlowPart,
    drawn: DrawnPart,
    last: usize,
    lit: RwSignal<Option<Lit>>,
    scale: TextScale,
) -> impl IntoView {
    let DrawnPart { stage, place, x, y, height } = drawn;
    let it = Lit::Part(stage, place);
    // The bars of the first and the last stage end with the drawing, and the words stand within it.
    let (shift, aside, anchor) = match stage {
        0 => (0.0, ASIDE, "start"),
        _ if stage == last => (-BAR, -ASIDE, "end"),
        _ => (-BAR / 2.0, ASIDE - BAR / 2.0, "start"),
    };
    let middle = move || (y + height / 2.0) * scale.get();
    let words = |class: &'static str, dy: &'static str, text: String| {
        view! { <text class=class x=format!("{x}%") y=middle dx=aside dy=dy text-anchor=anchor>{text}</text> }
    };
    view! {
        <g class="flow__part" class:flow__part--lit=move || lit.get() == Some(it) on:pointerenter=move |_| lit.set(Some(it))>
            <rect class="flow__bar" x=format!("{x}%") y=move || y * scale.get() width=BAR height=move || height * scale.get() transform=format!("translate({shift} 0)")/>
            {words("flow__name", "-0.15em", part.name)}
            {words("flow__figure", "1.05em", part.text)}
        </g>
    }
}

/// Every band as a row.
fn table(panel: &FlowPanel) -> impl IntoView + use<> {
    let language = PlaceState::get().language();
    let name = |stage: usize, place: usize| {
        panel.stages.get(stage).and_then(|stage| stage.parts.get(place)).map(|part| part.name.clone())
    };
    let row = |link: &FlowLink| {
        view! {
            <tr>
                <th scope="row">{name(link.stage, link.from)}</th>
                <td>{name(link.stage.saturating_add(1), link.to)}</td>
                <td class="flow__number">{link.text.clone()}</td>
            </tr>
        }
    };
    let of_stage = |(nth, pair): (usize, &[FlowStage])| {
        let [from, to] = pair else { return None };
        let rows = panel.links.iter().filter(|link| link.stage == nth).map(row).collect_view();
        let head = |label: &str, preposition: fn(Language) -> &'static str| {
            let label = label.to_owned();
            view! { <th scope="col">{move || preposition(language.get())} ": " {label}</th> }
        };
        Some(view! {
            <table class="flow__table">
                <thead><tr>{head(&from.label, words::from)}{head(&to.label, words::to)}<th scope="col" class="flow__number">{panel.measure.clone()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        })
    };
    let tables = panel.stages.windows(2).enumerate().filter_map(of_stage).collect_view();
    view! {
        <details class="bar-chart__table">
            <summary>{move || words::as_table(language.get())}</summary>
            {tables}
        </details>
    }
}
