//! About the data: sources and licences, method in short, accessibility, privacy.

use leptos::prelude::*;

use crate::{
    browser::document,
    components::arrival::{Awaited, TroubleCard},
    model::{area::Level, catalogue::CatalogueItem},
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    words::{about as words, frame, number},
};

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let datasets = move || match data.catalogue().get() {
        Arrival::Ready(catalogue) => {
            document::mark_ready();
            let row = |item: &CatalogueItem| {
                let kind = if item.is_synthetic { words::synthetic } else { words::published };
                view! {
                    <tr>
                        <th scope="row"><a href=place.file(&format!("data/{}", item.href)) download>{item.label.get(language.get()).to_owned()}</a></th>
                        <td>{kind(language.get())}</td>
                        <td class="data-table__number">{number::kilobytes(item.bytes, language.get())}</td>
                    </tr>
                }
            };
            view! {
                <div class="data-table"><div class="data-table__scroll" tabindex="0" role="region" aria-label=words::datasets_caption(language.get())>
                    <table>
                        <caption>{words::datasets_caption(language.get())}</caption>
                        <thead><tr>
                            <th scope="col">{words::dataset(language.get())}</th>
                            <th scope="col">{words::kind(language.get())}</th>
                            <th scope="col" class="data-table__number">{words::size(language.get())}</th>
                        </tr></thead>
                        <tbody>{catalogue.items.iter().map(row).collect_view()}</tbody>
                    </table>
                </div></div>
            }
            .into_any()
        }
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            let on_retry = Callback::new(move |()| data.fetch_catalogue());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    let outlines = data.outlines(Level::Municipality);
    let credit = move || match outlines.get() {
        Arrival::Ready(outlines) => Some(outlines.credit.get(language.get()).to_owned()),
        _ => None,
    };
    let paragraph = move |text: fn(crate::model::text::Language) -> &'static str| view! { <p>{move || text(language.get())}</p> };
    let heading = move |text: fn(crate::model::text::Language) -> &'static str| view! { <h2>{move || text(language.get())}</h2> };
    view! {
        <div class="narrow about">
            <h1>{move || words::title(language.get())}</h1>
            <p class="lead">{move || words::lead(language.get())}</p>
            {heading(words::sources_title)}
            {paragraph(words::sources_text)}
            <p><a href=place.file("data/source/published_facts.csv") download>{move || words::sources_download(language.get())}</a></p>
            {datasets}
            <h3>{move || words::map_credit_title(language.get())}</h3>
            <p>{credit}</p>
            {paragraph(words::divisions_note)}
            {heading(words::method_title)}
            {paragraph(words::method_share)}
            {paragraph(words::method_interval)}
            {paragraph(words::method_total)}
            {paragraph(words::method_absence)}
            {paragraph(words::method_sample)}
            {heading(words::gate_title)}
            {paragraph(words::gate_text)}
            {heading(words::accessibility_title)}
            {paragraph(words::accessibility_text)}
            {paragraph(words::accessibility_tested)}
            {paragraph(words::accessibility_known)}
            {heading(words::privacy_title)}
            {paragraph(words::privacy_text)}
            {heading(words::code_title)}
            {paragraph(words::code_text)}
        </div>
    }
}
