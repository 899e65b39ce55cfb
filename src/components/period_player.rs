//! The periods on a slider, one after the other: by hand, by key, or played.

use gloo::timers::callback::Interval;
use leptos::{ev, prelude::*};

use crate::{
    state::{naming::own, place::PlaceState},
    view_model::controls::Select,
    words::time as words,
};

/// How long each period is seen, in milliseconds: time to find one's own place and to see it change.
const SEEN: u32 = 1200;

/// A slider over the periods, and a button that plays them. `on_choose` is told a code that Back shall undo, `on_pass` one that is only passed.
#[component]
pub fn PeriodPlayer(
    #[prop(into)] periods: Signal<Select>,
    #[prop(into)] on_choose: Callback<String>,
    #[prop(into)] on_pass: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let place = Memo::new(move |_| periods.with(|it| it.options.iter().position(|option| option.is_picked)));
    let n_periods = Memo::new(move |_| periods.with(|it| it.options.len()));
    let label = Memo::new(move |_| {
        let at = place.get();
        periods.with(|it| Some(it.options.get(at?)?.label.clone())).unwrap_or_default()
    });
    let code_of =
        move |place: usize| periods.with_untracked(|it| it.options.get(place).map(|option| option.value.clone()));
    let timer = StoredValue::new_local(None::<Interval>);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        timer.set_value(None);
        is_playing.set(false);
    };
    let step = move || {
        let next = place.get_untracked().map_or(0, |place| place + 1);
        match code_of(next) {
            Some(code) => on_pass.run(code),
            None => stop(),
        }
        if next + 1 >= n_periods.get_untracked() {
            stop();
        }
    };
    let play = move |_| {
        if is_playing.get_untracked() {
            return stop();
        }
        is_playing.set(true);
        // From the last period it begins anew.
        let is_last = place.get_untracked().is_none_or(|place| place + 1 >= n_periods.get_untracked());
        match code_of(0).filter(|_| is_last) {
            Some(first) => on_choose.run(first),
            None => step(),
        }
        if is_playing.get_untracked() {
            timer.set_value(Some(Interval::new(SEEN, step)));
        }
    };
    // One pull of the slider is one step back in the history.
    let is_pulled = StoredValue::new(false);
    let on_input = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        stop();
        let code = event.target().value().parse().ok().and_then(code_of);
        match code {
            Some(code) if is_pulled.get_value() => on_pass.run(code),
            Some(code) => on_choose.run(code),
            None => {}
        }
        is_pulled.set_value(true);
    };
    let id = own("player");
    view! {
        <div class="player" role="group" aria-label=move || periods.with(|it| it.label.clone())>
            <button class="icon-button icon-button--wide player__play" type="button" on:click=play>
                <svg class="player__sign" viewBox="0 0 16 16" aria-hidden="true">
                    <path d=move || if is_playing.get() { "M3 2h4v12H3zM9 2h4v12H9z" } else { "M3 1.5L14 8L3 14.5z" }/>
                </svg>
                {move || if is_playing.get() { words::stop(language.get()) } else { words::play(language.get()) }}
            </button>
            <input
                class="player__slider"
                id=id.clone()
                type="range"
                min="0"
                max=move || n_periods.get().saturating_sub(1)
                step="1"
                aria-label=move || periods.with(|it| it.label.clone())
                aria-valuetext=label
                prop:value=move || place.get().unwrap_or(0).to_string()
                on:input:target=on_input
                on:change=move |_| is_pulled.set_value(false)
            />
            <output class="player__label" for=id aria-hidden="true">{label}</output>
        </div>
    }
}
