//! Compare: up to six places or groups of one dataset side by side, all in one address.

mod chosen;

use std::sync::Arc;

use leptos::prelude::*;

use chosen::Chosen;

use crate::{
    browser::document,
    components::{
        arrival::{Awaited, Ignored, TroubleCard},
        compare_view::CompareView,
        facts::Facts,
        select_field::SelectField,
    },
    export::{
        address::{Address, Page},
        compare_address::CompareAddress,
    },
    gate::Cleared,
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem},
        choice::Choice,
        dimension::DimensionKind,
        text::Language,
    },
    query::{
        compared::{Asking, asking, choice_of_comparison, to_text},
        question::Question,
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::{
        asked::Asked,
        choosing,
        compare::{addable, compare},
        context::Context,
        controls::{Select, controls, dataset_select},
        facts,
        trouble::Trouble,
    },
    words::{compare as words, frame},
};

/// The page.
#[component]
pub fn ComparePage() -> impl IntoView {
    let data = DataState::get();
    let language = PlaceState::get().language();
    let body = move || match data.catalogue().get() {
        Arrival::Ready(catalogue) => view! { <WithCatalogue catalogue/> }.into_any(),
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            document::mark_ready();
            let on_retry = Callback::new(move |()| data.fetch_catalogue());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    view! {
        <div class="compare-page">
            <h1>{move || words::title(language.get())}</h1>
            <p class="lead">{move || words::lead(language.get())}</p>
            {body}
        </div>
    }
}

/// The select of datasets, and the chosen one.
#[component]
fn WithCatalogue(catalogue: Arc<Catalogue>) -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let asked = Memo::new(move |_| place.address().with(|address| address.choice.dataset.clone()));
    let items = StoredValue::new(catalogue);
    // Who has asked for nothing sees the first that tells municipalities apart.
    let item = Memo::new(move |_| {
        items.with_value(|catalogue| match asked.get() {
            Some(id) => catalogue.item(&id).cloned().ok_or(id),
            None => {
                let first = catalogue.items.iter().find(|item| item.levels.contains(&Level::Municipality));
                first.or(catalogue.items.first()).cloned().ok_or_else(String::new)
            }
        })
    });
    let select = Memo::new(move |_| {
        let picked = item.get().ok().map(|item| item.id);
        items.with_value(|catalogue| dataset_select(catalogue, None, picked.as_deref(), language.get()))
    });
    let on_choose = Callback::new(move |id: String| {
        if !id.is_empty() {
            let choice = Choice { dataset: Some(id), ..Choice::default() };
            let next = CompareAddress { choice, compared: None };
            place.go(Page::Compare, next.to(language.get_untracked()));
        }
    });
    let chosen = move |item: CatalogueItem| {
        let dataset = data.dataset(&item);
        let file = place.file(&format!("data/{}", item.href));
        move || match dataset.get() {
            Arrival::Ready(cleared) => view! { <Comparison cleared file=file.clone()/> }.into_any(),
            Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
            Arrival::Failed(trouble_met) => {
                document::mark_ready();
                let item = item.clone();
                let on_retry = Callback::new(move |()| data.fetch_dataset(&item));
                view! { <TroubleCard trouble_met on_retry/> }.into_any()
            }
        }
    };
    let body = move || match item.get() {
        Ok(item) => chosen(item).into_any(),
        Err(id) => {
            document::mark_ready();
            view! { <TroubleCard trouble_met=Trouble::UnknownDataset(id)/> }.into_any()
        }
    };
    view! {
        <div class="explore__dataset"><SelectField select on_choose/></div>
        {body}
    }
}

/// What is compared, and the language it is answered in.
#[derive(Clone, Copy)]
struct Comparing {
    cleared: StoredValue<Arc<Cleared>>,
    asking: Memo<Option<Asking>>,
    language: Memo<Language>,
}

impl Comparing {
    /// What is worked out of what is asked.
    fn with<T>(self, make: impl FnOnce(Context, &Asking) -> T) -> Option<T> {
        self.asking.with(|asking| {
            let asking = asking.as_ref()?;
            let asked = Asked::nothing(&asking.question);
            let language = self.language.get();
            self.cleared.with_value(|cleared| {
                Some(make(Context { cleared, question: &asking.question, asked: &asked, language }, asking))
            })
        })
    }
}

/// One dataset, compared.
#[component]
fn Comparison(cleared: Arc<Cleared>, file: String) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let address = place.address();
    let cleared = StoredValue::new(cleared);
    let asking = Memo::new(move |_| {
        let CompareAddress { choice, compared } = address.with(CompareAddress::of);
        cleared.with_value(|cleared| asking(cleared, &choice, compared.as_deref()))
    });
    let comparing = Comparing { cleared, asking, language };
    let address_of = move |question: &Question, categories: &[usize]| {
        cleared.with_value(|cleared| {
            let cube = cleared.cube();
            let compared = (!categories.is_empty()).then(|| to_text(cube, question.by, categories));
            CompareAddress { choice: choice_of_comparison(cube, question), compared }.to(language.get_untracked())
        })
    };
    // What the address said in vain: kept after the address has been made whole, until the reader chooses anew.
    let ignored = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_: Option<()>| {
        let at_hand = address.get();
        // An address that has moved on, to another page or dataset, is not this one's to make whole.
        let id = cleared.with_value(|cleared| cleared.cube().dataset.id.clone());
        let is_own = at_hand.choice.dataset.as_ref().is_none_or(|asked| *asked == id);
        if !is_own || place.page().get() != Some(Page::Compare) {
            return;
        }
        let Some(asked) = asking.get() else { return document::mark_ready() };
        let whole = Address { language: at_hand.language, ..address_of(&asked.question, &asked.categories) };
        if whole == at_hand {
            return document::mark_ready();
        }
        let said = cleared.with_value(|cleared| in_vain(cleared, &asked, &at_hand, language.get_untracked()));
        ignored.set(said);
        // The router writes a new address into the history after the views have seen it: the correction must come after that.
        request_animation_frame(move || {
            if address.get_untracked() == at_hand {
                place.correct(Page::Compare, whole);
            }
        });
    });
    let choose = Callback::new(move |categories: Vec<usize>| {
        ignored.set(Vec::new());
        if let Some(asked) = asking.get_untracked() {
            place.go(Page::Compare, address_of(&asked.question, &categories));
        }
    });
    let choose_part = Callback::new(move |(part, value): (String, String)| {
        ignored.set(Vec::new());
        let Some(asked) = asking.get_untracked() else { return };
        let next = cleared.with_value(|cleared| choosing::changed(cleared, &asked.question, &part, &value));
        if let Some(next) = next {
            // Categories of another dimension are none of this one.
            let categories = if next.by == asked.question.by { asked.categories } else { Vec::new() };
            place.go(Page::Compare, address_of(&next, &categories));
        }
    });
    let panel = Memo::new(move |_| {
        comparing.with(|context, asked| compare(context, context.question.by, &asked.categories)).flatten()
    });
    let add = Memo::new(move |_| {
        comparing.with(|context, asked| addable(context, context.question.by, &asked.categories)).unwrap_or_default()
    });
    let has_places = Memo::new(move |_| {
        let by_area = comparing
            .with(|context, _| context.dimension(context.question.by).is_some_and(|it| it.kind == DimensionKind::Area));
        by_area == Some(true)
    });
    let position = move |code: &str| {
        let it = asking.with_untracked(|asking| asking.as_ref().map(|asking| asking.question.by))?;
        cleared.with_value(|cleared| cleared.cube().dimensions.get(it)?.position(code))
    };
    let chosen = move || asking.with_untracked(|it| it.as_ref().map(|it| it.categories.clone())).unwrap_or_default();
    let on_add = Callback::new(move |code: String| {
        if let Some(category) = position(&code) {
            choose.run(chosen().into_iter().chain([category]).collect());
        }
    });
    let on_first = Callback::new(move |code: String| {
        if let Some(category) = position(&code) {
            let others = chosen().into_iter().filter(|other| *other != category);
            choose.run(std::iter::once(category).chain(others).collect());
        }
    });
    let on_remove = Callback::new(move |code: String| {
        let category = position(&code);
        choose.run(chosen().into_iter().filter(|other| Some(*other) != category).collect());
    });
    let facts = Memo::new(move |_| cleared.with_value(|cleared| facts::facts(cleared, language.get())));
    Effect::new(move |_: Option<()>| {
        place.own_title().set(panel.with(|panel| panel.as_ref().map(|panel| panel.caption.clone())));
    });
    on_cleanup(move || place.own_title().set(None));
    let drawn = Signal::derive(move || panel.get().unwrap_or_default());
    view! {
        {move || {
            let said = ignored.get();
            (!said.is_empty()).then(|| view! { <Ignored said/> })
        }}
        <Facts panel=facts file/>
        <Selects comparing on_choose=choose_part/>
        <Chosen panel=drawn add has_places on_add on_first on_remove/>
        <section class="card compare-card">
            {move || match panel.with(Option::is_some) {
                true => view! { <CompareView panel=drawn on_pick=on_first/> }.into_any(),
                false => view! { <p>{words::nothing(language.get())}</p> }.into_any(),
            }}
        </section>
    }
}

/// A sentence for each part of the address that was ignored.
fn in_vain(cleared: &Cleared, asked: &Asking, at_hand: &Address, language: Language) -> Vec<String> {
    let codes = asked.in_vain.iter().map(|code| words::left_out(language, code));
    choosing::ignored(cleared, &asked.ignored, &at_hand.unknown, language).into_iter().chain(codes).collect()
}

/// The selects: what is counted, along what it is compared, and where the other dimensions stand.
#[component]
fn Selects(comparing: Comparing, on_choose: Callback<(String, String)>) -> impl IntoView {
    let language = comparing.language;
    let selects = Memo::new(move |_| {
        let selects = comparing.with(|context, _| {
            let panel = controls(context);
            let along = context.dimension(context.question.by).map(|it| it.id.clone());
            let by = panel.by.map(|by| Select { label: words::along(context.language).to_owned(), ..by });
            let others = panel.dimensions.into_iter().filter(|select| Some(&select.id) != along.as_ref());
            [Some(panel.measure), by].into_iter().flatten().chain(others).collect::<Vec<_>>()
        });
        selects.unwrap_or_default()
    });
    let ids = Memo::new(move |_| selects.with(|all| all.iter().map(|select| select.id.clone()).collect::<Vec<_>>()));
    let field = move |id: String| {
        let of = id.clone();
        let select = Signal::derive(move || {
            selects.with(|all| all.iter().find(|select| select.id == of).cloned().unwrap_or_default())
        });
        view! { <SelectField select on_choose=Callback::new(move |value| on_choose.run((id.clone(), value)))/> }
    };
    view! {
        <form class="controls" aria-label=move || words::title(language.get()) on:submit=move |event| event.prevent_default()>
            <For each=move || ids.get() key=|id| id.clone() let(id)>{field(id)}</For>
        </form>
    }
}
