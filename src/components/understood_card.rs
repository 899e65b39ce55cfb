//! What was understood of a file: its facts, its dimensions, its states, what was wrong with it, and what may be changed.

use std::sync::Arc;

use leptos::prelude::*;

use super::select_field::SelectField;
use crate::{
    load::understood::{Both, Choosable as Offered, Fact, Remark, Understood},
    model::text::Language,
    state::place::PlaceState,
    view_model::controls::{Choosable, Select},
    words::opening as words,
};

/// The card; `on_choose` is told the id of a choice and its value.
#[component]
pub fn UnderstoodCard(
    understood: Arc<Understood>,
    #[prop(into)] name: Signal<String>,
    on_choose: Callback<(String, String)>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let it = StoredValue::new(understood);
    let facts = move |of: fn(&Understood) -> &Vec<Fact>| {
        it.with_value(|understood| {
            let rows = of(understood).iter().map(|fact| {
                let Fact { name, value } = fact.clone();
                view! { <div class="understood__fact"><dt>{said(language, name)}</dt><dd>{said(language, value)}</dd></div> }
            });
            view! { <dl class="understood__facts">{rows.collect_view()}</dl> }
        })
    };
    let heading = move |text: fn(Language) -> &'static str| view! { <h3>{move || text(language.get())}</h3> };
    let is_readable = it.with_value(|it| it.is_readable);
    let title = it.with_value(|it| it.title.clone());
    let notes = it.with_value(|it| it.notes.clone());
    let remarks = it.with_value(|it| it.remarks.clone());
    let offered = it.with_value(|it| it.choices.clone());
    view! {
        <section class="card understood" aria-labelledby="understood-title">
            <h2 class="card__title" id="understood-title">{move || words::result(language.get())} ": " {name}</h2>
            {is_readable.then(|| view! { <p class="understood__name">{said(language, title)}</p> })}
            {facts(|it| &it.facts)}
            {(!offered.is_empty()).then(|| view! {
                {heading(words::reading_choices)}
                <div class="understood__choices">{offered.into_iter().map(|it| view! { <ReadingChoice it on_choose/> }).collect_view()}</div>
            })}
            {is_readable.then(|| view! {
                {heading(words::contents)} {facts(|it| &it.dimensions)}
                {heading(words::cells)} {facts(|it| &it.states)}
            })}
            {(!notes.is_empty()).then(|| view! {
                {heading(words::notes)}
                <ul>{notes.into_iter().map(|note| view! { <li>{said(language, note)}</li> }).collect_view()}</ul>
            })}
            {heading(words::remarks)}
            {if remarks.is_empty() {
                view! { <p>{move || words::no_remarks(language.get())}</p> }.into_any()
            } else {
                view! { <ol class="understood__remarks">{remarks.into_iter().map(|it| view! { <OneRemark it/> }).collect_view()}</ol> }.into_any()
            }}
        </section>
    }
}

/// A text in the page's language, marked where the publisher has it in another only.
fn said(language: Memo<Language>, both: Both) -> impl IntoView {
    let lang = Some(both.lang.clone()).filter(|lang| !lang.is_empty());
    view! { <span lang=lang>{move || both.get(language.get()).to_owned()}</span> }
}

/// One thing that was wrong: how bad, where, what, and what to do.
#[component]
fn OneRemark(it: Remark) -> impl IntoView {
    let language = PlaceState::get().language();
    let class = format!("remark remark--{}", it.severity);
    let has_place = !it.place.sv.is_empty();
    view! {
        <li class=class>
            <strong class="remark__severity">{said(language, it.word)}</strong>
            {has_place.then(|| view! { <span class="remark__place">{said(language, it.place)}</span> })}
            <span class="remark__message">{said(language, it.message)} " " {said(language, it.remedy)}</span>
        </li>
    }
}

/// One thing about the reading that may be chosen, and why it was chosen so.
#[component]
fn ReadingChoice(it: Offered, on_choose: Callback<(String, String)>) -> impl IntoView {
    let language = PlaceState::get().language();
    let id = it.id.clone();
    let why = it.why.clone();
    let select = Signal::derive(move || {
        let language = language.get();
        let option = |option: &crate::load::understood::Choice| Choosable {
            value: option.value.clone(),
            label: option.label.get(language).to_owned(),
            is_picked: option.value == it.picked,
        };
        Select {
            id: it.id.clone(),
            label: it.label.get(language).to_owned(),
            options: it.options.iter().map(option).collect(),
            ..Select::default()
        }
    });
    let on_choose = Callback::new(move |value: String| on_choose.run((id.clone(), value)));
    view! {
        <div class="understood__choice">
            <SelectField select on_choose/>
            <p class="understood__why">{said(language, why)}</p>
        </div>
    }
}
