//! What a reader takes along from Explore: files, a link, a citation. Nothing is worked out before it is opened.

use leptos::{html, prelude::*};

use super::{
    exploring::Exploring,
    pictures::{Pictures, file_word},
    px::PxFile,
};
use crate::{
    browser::{clock, document, download},
    components::{copy_text::CopyText, select_field::SelectField, view_switch},
    export::{
        address::{Address, Page, View},
        citation::Cited,
        take::{self, MOST_ROWS_OF_BOOK, TableFormat, Take},
    },
    load::releases,
    model::text::Language,
    state::place::PlaceState,
    view_model::{
        context::Context,
        controls::{Choosable, Select},
        crosstab, difference, map,
        table::{self, SortedBy, TablePanel},
        taken::Moment,
        time,
    },
    words::taken as words,
};

/// Where the card stands on the page, for the way that leads to it.
const ID: &str = "take";

/// The way down to what can be taken along. Pressed before that has been built, it leads there as soon as it is.
#[component]
pub fn ToTake(is_there: Memo<bool>) -> impl IntoView {
    let language = PlaceState::get().language();
    let is_wanted = RwSignal::new(false);
    Effect::new(move |_: Option<()>| {
        if is_there.get() && is_wanted.get_untracked() {
            is_wanted.set(false);
            // It is built in the same turn.
            request_animation_frame(|| document::open_details(ID));
        }
    });
    let go = move |_| match is_there.get_untracked() {
        true => document::open_details(ID),
        false => is_wanted.set(true),
    };
    view! { <button class="button explore__to-take" type="button" on:click=go>{move || words::title(language.get())}</button> }
}

/// The table of a view.
fn shown(context: Context, view: View) -> Option<TablePanel> {
    let areas = |ranked: bool| if ranked { table::ranked_areas(context) } else { table::areas(context) };
    match view {
        View::Chart => table::broken_down(context),
        View::Difference => difference::difference(context)?.table,
        View::Time => time::time(context)?.table,
        View::Crosstab => crosstab::crosstab(context),
        View::All | View::Map => map::twin(context).or_else(|| table::broken_down(context)),
        View::Funnel => areas(false).or_else(|| table::broken_down(context)),
        View::Table => areas(true).or_else(|| table::broken_down(context)),
    }
}

/// What can be taken along. `sha256` is the hash of the dataset's file; empty for a reader's own.
#[component]
pub fn TakeCard(
    exploring: Exploring,
    #[prop(into)] view: Signal<View>,
    /// What stands beside it: the reader says which of the two is taken along.
    #[prop(into)]
    beside: Signal<Option<View>>,
    /// What the table of a view is sorted by on the page.
    sort_of: Callback<View, Option<SortedBy>>,
    sha256: String,
) -> impl IntoView {
    let language = exploring.language;
    let place = PlaceState::get();
    let is_open = RwSignal::new(false);
    let details = NodeRef::<html::Details>::new();
    let on_toggle = move |_| is_open.set(details.get().is_some_and(|details| details.open()));
    // Of two views the first, until the reader says the other; and where that has gone, the first again.
    let chosen = RwSignal::new(None::<View>);
    Effect::new(move |_: Option<()>| {
        let is_there = |it: View| it == view.get() || beside.get() == Some(it);
        if chosen.get().is_some_and(|it| !is_there(it)) {
            chosen.set(None);
        }
    });
    let of = Memo::new(move |_| chosen.get().filter(|it| beside.get() == Some(*it)).unwrap_or(view.get()));
    let is_pair = Memo::new(move |_| beside.with(Option::is_some));
    let panel = Memo::new(move |_| {
        let panel = exploring.with(|context| shown(context, of.get())).flatten()?;
        Some(match sort_of.run(of.get()) {
            Some(by) => by.applied(panel),
            None => panel,
        })
    });
    let n_all = exploring.cleared.with_value(|cleared| take::n_rows(cleared.cube()));
    let sha256 = StoredValue::new(sha256);
    // The address at hand, leading to one version of the data or to whatever is newest.
    let link = move |version: Option<String>| {
        let mut at: Address = place.address().get();
        at.choice.version = version;
        format!("{}{}", document::origin(), place.href(Page::Explore, &at))
    };
    let version = move || {
        let version = sha256.with_value(|sha256| releases::version(sha256).to_owned());
        (!version.is_empty()).then_some(version)
    };
    let moment =
        move || Moment { address: untrack(move || link(version())), sha256: sha256.get_value(), time: clock::now() };
    let save = move |it: Take| {
        let language = language.get_untracked();
        let file = panel.with_untracked(|panel| {
            exploring.cleared.with_value(|cleared| take::file(it, cleared, panel.as_ref(), &moment(), language))
        });
        // Two tables are shown, and two files of them would have one name.
        let has_two = is_pair.get_untracked() && matches!(it, Take::Shown(_));
        let named = |file: take::File| match has_two {
            true => file.of_part(file_word(of.get_untracked(), language)),
            false => file,
        };
        if let Some(file) = file.map(named) {
            download::save(&file.name, file.mime, &file.bytes);
        }
    };
    let button = move |label: fn(Language) -> &'static str, it: Take| {
        view! { <li><button class="button" type="button" on:click=move |_| save(it)>{move || label(language.get())}</button></li> }
    };
    let of_table = move |of: fn(TableFormat) -> Take, has_book: bool| {
        let formats = TableFormat::ALL.into_iter().filter(move |it| has_book || *it != TableFormat::Xlsx);
        formats.map(|it| button(label(it), of(it))).collect_view()
    };
    let which = Memo::new(move |_| {
        let language = language.get();
        let option = |it: View| Choosable {
            value: it.id().to_owned(),
            label: view_switch::name(it, language).to_owned(),
            is_picked: it == of.get(),
        };
        let options = [Some(view.get()), beside.get()].into_iter().flatten().map(option).collect();
        Select { id: "take-of".to_owned(), label: words::of_view(language).to_owned(), options, ..Select::default() }
    });
    let on_which = Callback::new(move |id: String| chosen.set(View::ALL.into_iter().find(|view| view.id() == id)));
    let choice = move || {
        is_pair.get().then(|| view! { <div class="take__which"><SelectField select=which on_choose=on_which/></div> })
    };
    let files = move || {
        let n_shown = panel.with(|panel| panel.as_ref().map(|panel| panel.rows.len()));
        let of_shown = match n_shown {
            Some(_) => view! { <ul class="take__list take__list--shown">{of_table(Take::Shown, true)}</ul> }.into_any(),
            None => view! { <p>{words::nothing_shown(language.get())}</p> }.into_any(),
        };
        let has_book = n_all <= MOST_ROWS_OF_BOOK;
        view! {
            <h3 class="take__title">
                {words::shown(language.get())}
                {n_shown.map(|n| format!(" ({})", words::n_rows(language.get(), n)))}
            </h3>
            {of_shown}
            <h3 class="take__title">{words::all(language.get())} {format!(" ({})", words::n_rows(language.get(), n_all))}</h3>
            <ul class="take__list take__list--all">
                {of_table(Take::All, has_book)}
                {button(words::as_jsonstat, Take::JsonStat)}
                {button(words::as_description, Take::Description)}
            </ul>
            <PxFile exploring/>
            {(!has_book).then(|| view! { <p>{words::too_large(language.get())}</p> })}
        }
    };
    let cited = Memo::new(move |_| {
        let language = language.get();
        let shown = panel.with(|panel| panel.as_ref().map(|panel| panel.caption.clone()).unwrap_or_default());
        let moment = Moment { address: link(version()), ..moment() };
        exploring.cleared.with_value(|cleared| Cited::of(cleared, &shown, &moment, language))
    });
    let labelled = move |label: fn(Language) -> &'static str| Signal::derive(move || label(language.get()));
    let links = move || match version() {
        None => view! { <p>{words::own_file(language.get())}</p> }.into_any(),
        Some(_) => view! {
            <CopyText label=labelled(words::link_to_version) text=Signal::derive(move || link(version()))/>
            <CopyText label=labelled(words::link_to_newest) text=Signal::derive(move || link(None))/>
        }
        .into_any(),
    };
    let citation = move |label, write: fn(&Cited) -> String| {
        view! { <CopyText label=labelled(label) text=Signal::derive(move || cited.with(write))/> }
    };
    let rest = move || {
        view! {
            <Pictures exploring view=of is_pair sort_of moment=Callback::new(move |()| moment())/>
            <h3 class="take__title">{words::share(language.get())}</h3>
            <div class="take__links">{links()}</div>
            <h3 class="take__title">{words::cite(language.get())}</h3>
            <div class="take__citations">
                {citation(words::as_text, Cited::text)}
                {citation(words::as_bibtex, Cited::bibtex)}
                {citation(words::as_ris, Cited::ris)}
            </div>
        }
    };
    view! {
        <details id=ID class="card take" node_ref=details on:toggle=on_toggle>
            <summary class="take__summary"><h2 class="card__title">{move || words::title(language.get())}</h2></summary>
            {move || is_open.get().then(|| view! { {choice} <div>{files}</div> <div>{rest}</div> })}
        </details>
    }
}

fn label(format: TableFormat) -> fn(Language) -> &'static str {
    match format {
        TableFormat::CsvForExcel => words::as_csv_for_excel,
        TableFormat::Csv => words::as_csv,
        TableFormat::Xlsx => words::as_xlsx,
    }
}
