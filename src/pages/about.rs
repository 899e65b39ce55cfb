//! About the data: sources and licences, method in short, accessibility, privacy.

use leptos::prelude::*;

use crate::{
    browser::document,
    components::arrival::{Awaited, TroubleCard},
    export::address::{Address, Page},
    model::{area::Level, catalogue::CatalogueItem, text::Language},
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
    let text = move |text: fn(Language) -> &'static str| view! { <p>{move || text(language.get())}</p> };
    let texts = move |texts: &'static [fn(Language) -> &'static str]| texts.iter().map(|it| text(*it)).collect_view();
    let section = move |heading: fn(Language) -> &'static str, body: AnyView| {
        view! {
            <section class="about__section">
                <h2>{move || heading(language.get())}</h2>
                <div>{body}</div>
            </section>
        }
    };
    let sources = view! {
        {text(words::sources_text)}
        <p><a href=place.file("facts/published_facts.csv") download>{move || words::sources_download(language.get())}</a></p>
        {datasets}
    };
    let to_method = move || place.href(Page::Method, &Address { language: language.get(), ..Address::default() });
    let method = view! {
        {texts(&METHOD)}
        <p><a href=to_method>{move || frame::method_link(language.get())}</a></p>
    };
    let maps = view! { <p>{credit}</p> {text(words::divisions_note)} };
    view! {
        <div class="about">
            <h1>{move || words::title(language.get())}</h1>
            <p class="lead">{move || words::lead(language.get())}</p>
            {section(words::sources_title, sources.into_any())}
            {section(words::map_credit_title, maps.into_any())}
            {section(words::method_title, method.into_any())}
            {section(words::gate_title, text(words::gate_text).into_any())}
            {section(words::accessibility_title, texts(&ACCESSIBILITY).into_any())}
            {section(words::privacy_title, text(words::privacy_text).into_any())}
            {section(words::code_title, text(words::code_text).into_any())}
        </div>
    }
}

const METHOD: [fn(Language) -> &'static str; 5] =
    [words::method_share, words::method_interval, words::method_total, words::method_absence, words::method_sample];

const ACCESSIBILITY: [fn(Language) -> &'static str; 3] =
    [words::accessibility_text, words::accessibility_tested, words::accessibility_known];
