//! A theme presented: one question at a time on the whole screen, stepped through with the keys.

use leptos::{prelude::*, task::spawn_local};

use super::section::question_id;
use crate::{
    browser::{document, pause::next_task, presenting},
    export::{address::Page, theme_address::ThemeAddress},
    gate::Cleared,
    model::{
        catalogue::CatalogueItem,
        theme::{Aspect, Section, Theme},
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
        text_scale::TextScale,
    },
    view_model::presentation::Move,
    words::presentation as words,
};

/// The id of what covers the screen when it is black.
const BLANK: &str = "presentation-blank";

/// Which of a theme's questions is presented. The others stay where they are, out of sight but laid out, so that a step shows what is drawn already.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    place: PlaceState,
    theme: Theme,
    asked: Memo<ThemeAddress>,
    /// Their places in the file, in the order that they stand on the page.
    places: StoredValue<Vec<usize>>,
    datasets: StoredValue<Vec<ArcRwSignal<Arrival<Cleared>>>>,
    /// Those that the reader has kept to, counted from 0 as they stand on the page.
    left: Memo<Vec<usize>>,
    /// The step, counted from 1 among those.
    step: Memo<Option<usize>>,
    /// The question presented, counted from 0 as it stands on the page.
    shown: Memo<Option<usize>>,
}

impl Stage {
    /// Of these questions, in the order that they stand on the page.
    pub(super) fn of<'q>(
        theme: Theme,
        asked: Memo<ThemeAddress>,
        questions: impl Iterator<Item = &'q (usize, Section, CatalogueItem)>,
    ) -> Self {
        let data = DataState::get();
        let (mut places, mut about, mut datasets) = (Vec::new(), Vec::new(), Vec::new());
        for (place, section, item) in questions {
            places.push(*place);
            about.push(section.aspects.clone());
            datasets.push(data.dataset(item));
        }
        let left = Memo::new(move |_| {
            let chosen = asked.with(|asked| asked.aspect);
            let is_left = |(_, aspects): &(usize, &Vec<Aspect>)| Aspect::is_left(chosen, aspects);
            about.iter().enumerate().filter(is_left).map(|(nth, _)| nth).collect::<Vec<usize>>()
        });
        let step = Memo::new(move |_| asked.with(|asked| asked.step_of(left.with(Vec::len))));
        let shown = Memo::new(move |_| left.with(|left| left.get(step.get()?.checked_sub(1)?).copied()));
        let (places, datasets) = (StoredValue::new(places), StoredValue::new(datasets));
        Self { place: PlaceState::get(), theme, asked, places, datasets, left, step, shown }
    }

    /// How a part of the page with these questions stands: `shown`, `out` of sight, or as always.
    pub(super) fn stands(self, holds: impl Fn(usize) -> bool + Send + Sync + 'static) -> Memo<Option<&'static str>> {
        Memo::new(move |_| Some(if holds(self.shown.get()?) { "shown" } else { "out" }))
    }

    /// When a question has its turn to be built: the one presented first.
    pub(super) fn turn(self, nth: usize) -> usize {
        match self.shown.get_untracked() {
            Some(first) if nth == first => 0,
            Some(first) if nth < first => nth.saturating_add(1),
            _ => nth,
        }
    }

    /// Goes to a step, or out of the presentation; Back undoes it.
    fn go(self, step: Option<usize>) {
        if step != self.step.get_untracked() {
            let aspect = self.asked.with_untracked(|asked| asked.aspect);
            let language = self.place.address().with_untracked(|address| address.language);
            let to = ThemeAddress::to(language, aspect);
            self.place.go(Page::Theme(self.theme), ThemeAddress::at_step(to, step));
        }
    }

    /// Moves the keyboard to a question, so that it is read out, when it is there to have it.
    fn focus(self, nth: usize, only_if_lost: bool) {
        let id = self.places.with_value(|places| places.get(nth).map(|place| question_id(*place)));
        let is_over = self.shown.get_untracked().is_none();
        spawn_local(async move {
            next_task().await;
            let Some(id) = id else { return };
            if only_if_lost {
                return document::focus_if_lost(&id);
            }
            document::focus(&id);
            // What has the keyboard already is not brought into view by being given it.
            if is_over {
                document::scroll_to(&id);
            }
        });
    }

    /// Keeps the keyboard at the question shown, and takes it back to it in the theme.
    fn follow(self) {
        Effect::new(move |before: Option<Option<usize>>| {
            let (before, now) = (before.flatten(), self.shown.get());
            if now != before {
                if now.is_some() {
                    presenting::to_top();
                }
                if let Some(nth) = now.or(before) {
                    self.focus(nth, false);
                }
            }
            now
        });
        // Its dataset may come later than the step.
        Effect::new(move |_: Option<()>| {
            let Some(nth) = self.shown.get() else { return };
            let Some(dataset) = self.datasets.with_value(|datasets| datasets.get(nth).cloned()) else { return };
            if dataset.with(|dataset| matches!(dataset, Arrival::Ready(_))) {
                self.focus(nth, true);
            }
        });
    }

    /// An address that asks for a step that is not there is put right.
    fn correct(self) {
        let place = self.place;
        Effect::new(move |_: Option<()>| {
            let step = self.step.get();
            if self.asked.with(|asked| asked.step) != step {
                let to = ThemeAddress::at_step(place.address().get_untracked(), step);
                place.correct(Page::Theme(self.theme), to);
            }
        });
    }
}

/// The way into the presentation, where there is something to present.
#[component]
pub(super) fn PresentationLink(stage: Stage) -> impl IntoView {
    let place = stage.place;
    let language = place.language();
    let href = move || {
        let to = ThemeAddress::to(language.get(), stage.asked.with(|asked| asked.aspect));
        place.href(Page::Theme(stage.theme), &ThemeAddress::at_step(to, Some(1)))
    };
    let has_any = Memo::new(move |_| stage.left.with(|left| !left.is_empty()));
    let link = move || {
        view! {
            <p class="theme__present button-row">
                <a class="button" href=href>{move || words::start(language.get())}</a>
            </p>
        }
    };
    move || has_any.get().then(link)
}

/// What moves the presentation: buttons below the question, keys, and a black screen over all of it.
#[component]
pub(super) fn PresentationBar(stage: Stage, scale: TextScale) -> impl IntoView {
    let language = stage.place.language();
    let is_blank = RwSignal::new(false);
    let n_all = Memo::new(move |_| stage.left.with(Vec::len));
    stage.correct();
    stage.follow();
    Effect::new(move |_: Option<()>| {
        let state = stage.step.get().map(|_| if is_blank.get() { "blank" } else { "step" });
        presenting::mark(state);
        scale.measure();
    });
    on_cleanup(|| presenting::mark(None));
    let _resized = StoredValue::new_local(presenting::on_resize(move || scale.measure()));
    let show_again = move || {
        is_blank.set(false);
        if let Some(nth) = stage.shown.get_untracked() {
            stage.focus(nth, false);
        }
    };
    let act = move |what: Move| match stage.step.get_untracked() {
        None => false,
        Some(_) if is_blank.get_untracked() => {
            show_again();
            true
        }
        Some(_) if what == Move::Blank => {
            is_blank.set(true);
            spawn_local(async {
                next_task().await;
                document::focus(BLANK);
            });
            true
        }
        Some(step) => {
            stage.go(what.from(step, n_all.get_untracked()));
            true
        }
    };
    let heard = move |key: &str, at| Move::of_key(key, at).is_some_and(act);
    let _keys = StoredValue::new_local(presenting::on_key(heard));
    let button = move |what: Move, label: fn(_) -> &'static str| {
        let leads_nowhere = move || {
            what != Move::Blank && stage.step.get().is_some_and(|step| what.from(step, n_all.get()) == Some(step))
        };
        view! {
            <button class="button" type="button" disabled=leads_nowhere on:click=move |_| { act(what); }>
                {move || label(language.get())}
            </button>
        }
    };
    let at = move || stage.step.get().map(|step| words::at(language.get(), step, n_all.get()));
    view! {
        <section class="presentation" aria-label=move || words::name(language.get()) hidden=move || stage.step.get().is_none()>
            <p class="presentation__at">{at}</p>
            <p class="presentation__keys">{move || words::keys(language.get())}</p>
            <div class="presentation__buttons">
                {button(Move::Back, words::previous)}
                {button(Move::Next, words::next)}
                {button(Move::Blank, words::blank)}
                {button(Move::End, words::end)}
            </div>
            <button class="presentation__blank" id=BLANK type="button" hidden=move || !is_blank.get() on:click=move |_| show_again()>
                <span class="visually-hidden">{move || words::show_again(language.get())}</span>
            </button>
        </section>
    }
}
