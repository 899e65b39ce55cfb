//! What is drawn in Explore, taken along as a picture.

use leptos::{prelude::*, task::spawn_local};

use super::exploring::Exploring;
use crate::{
    browser::{
        download::{self, Shown},
        drawing, raster,
    },
    export::{
        address::View,
        picture::{self, Picture},
        table_drawing,
        take::file_name,
    },
    model::text::Language,
    view_model::{
        context::Context,
        crosstab, difference, funnel, map,
        table::{self, SortedBy, TablePanel},
        taken::{Moment, Said, said},
        time,
    },
    words::taken as words,
};

/// Something that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Map,
    Chart,
    Funnel,
    Difference,
    Time,
    Crosstab,
    Table,
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

impl Drawn {
    /// What a view has.
    const fn of(view: View) -> &'static [Self] {
        match view {
            View::All => &[Self::Map, Self::Chart],
            View::Map => &[Self::Map],
            View::Chart => &[Self::Chart],
            View::Funnel => &[Self::Funnel],
            View::Difference => &[Self::Difference],
            View::Time => &[Self::Time],
            View::Crosstab => &[Self::Crosstab],
            View::Table => &[Self::Table],
        }
    }

    /// Where its parts stand on the page; nowhere for a table, which is drawn from its panel.
    const fn selectors(self) -> &'static [&'static str] {
        match self {
            Self::Crosstab | Self::Table => &[],
            Self::Map => &["#map", ".small-maps__maps", ".map-card .map-view__side"],
            // Before the program that draws it has come, there are only words that say so.
            Self::Chart => &["#chart svg"],
            Self::Funnel => &["#funnel", ".funnel__legend"],
            Self::Difference => &["#difference"],
            Self::Time => &[".time__legend", "#time"],
        }
    }

    fn label(self, format: Format, language: Language) -> &'static str {
        match (self, format) {
            (Self::Map, Format::Svg) => words::map_as_svg(language),
            (Self::Map, Format::Png) => words::map_as_png(language),
            (Self::Crosstab | Self::Table, Format::Svg) => words::table_as_svg(language),
            (Self::Crosstab | Self::Table, Format::Png) => words::table_as_png(language),
            (_, Format::Svg) => words::chart_as_svg(language),
            (_, Format::Png) => words::chart_as_png(language),
        }
    }

    fn title(self, context: Context) -> Option<String> {
        Some(match self {
            Self::Map => map::twin(context)?.caption,
            Self::Chart => table::chart_title(context),
            Self::Funnel => funnel::funnel(context)?.title,
            Self::Difference => difference::difference(context)?.title,
            Self::Time => time::time(context)?.title,
            Self::Crosstab | Self::Table => self.table(context)?.caption,
        })
    }

    /// The table that is drawn.
    fn table(self, context: Context) -> Option<TablePanel> {
        match self {
            Self::Crosstab => crosstab::crosstab(context),
            Self::Table => table::ranked_areas(context).or_else(|| table::broken_down(context)),
            _ => None,
        }
    }

    fn preview(self, language: Language) -> &'static str {
        match self {
            Self::Map => words::preview_map(language),
            Self::Crosstab | Self::Table => words::preview_table(language),
            _ => words::preview_chart(language),
        }
    }

    fn file_word(self, language: Language) -> &'static str {
        match self {
            Self::Map => words::file_map(language),
            Self::Crosstab | Self::Table => words::file_table(language),
            _ => words::file_chart(language),
        }
    }
}

/// What a view is called in the name of a file.
pub fn file_word(view: View, language: Language) -> &'static str {
    match view {
        View::Funnel => words::file_funnel(language),
        View::Difference => words::file_difference(language),
        View::Time => words::file_time(language),
        View::Crosstab => words::file_crosstab(language),
        View::Chart => words::file_chart(language),
        View::Table => words::file_table(language),
        View::Map | View::All => words::file_map(language),
    }
}

/// A picture that has been made, and what its files are called: SVG and PNG.
#[derive(Clone)]
struct Made {
    picture: Picture,
    title: String,
    names: (String, String),
}

/// A picture that the reader looks at before taking it.
struct Preview {
    drawn: Drawn,
    made: Made,
    shown: Shown,
}

/// The pictures of a view; nothing where it has none. `moment` is asked when one is taken.
#[component]
pub fn Pictures(
    exploring: Exploring,
    #[prop(into)] view: Signal<View>,
    /// Whether the view is one of two: then its pictures are named by it.
    #[prop(into)]
    is_pair: Signal<bool>,
    /// What the table of a view is sorted by on the page.
    sort_of: Callback<View, Option<SortedBy>>,
    #[prop(into)] moment: Callback<(), Moment>,
) -> impl IntoView {
    let language = exploring.language;
    let is_failed = RwSignal::new(false);
    let previewed = RwSignal::new(None::<Preview>);
    let make = move |drawn: Drawn| {
        let language = language.get_untracked();
        let title = untrack(|| exploring.with(|context| drawn.title(context))).flatten().unwrap_or_default();
        let table = untrack(|| {
            let table = exploring.with(|context| drawn.table(context)).flatten()?;
            Some(match sort_of.run(view.get()) {
                Some(by) => by.applied(table),
                None => table,
            })
        });
        let drawing = match drawn {
            Drawn::Crosstab | Drawn::Table => table.as_ref().and_then(table_drawing::drawing),
            _ => drawing::copy(drawn.selectors()),
        };
        let made = drawing.map(|drawing| {
            exploring.cleared.with_value(|cleared| {
                let mut said = said(cleared, &title, &moment.run(()), language);
                // What a table says of its figures goes along with them.
                let note = table.as_ref().map(|table| table.note.clone()).filter(|note| !note.is_empty());
                said.extend(note.map(|text| Said { id: "note", label: words::note(language), text }));
                let word = match is_pair.get_untracked() {
                    true => file_word(view.get_untracked(), language),
                    false => drawn.file_word(language),
                };
                let name = |ending: &str| file_name(&cleared.cube().dataset.id, word, ending);
                Made { picture: picture::picture(&drawing, &title, &said), title, names: (name(".svg"), name(".png")) }
            })
        });
        is_failed.set(made.is_none());
        made
    };
    let preview = move |drawn: Drawn| {
        let is_open = previewed.with_untracked(|it| it.as_ref().is_some_and(|it| it.drawn == drawn));
        let next = if is_open { None } else { make(drawn) };
        let next = next.and_then(|made| {
            let shown = Shown::new("image/svg+xml", made.picture.svg.as_bytes());
            is_failed.set(shown.is_none());
            Some(Preview { drawn, made, shown: shown? })
        });
        previewed.set(next);
    };
    // A picture of what was asked before would be a picture of something else.
    Effect::new(move |_: Option<()>| {
        exploring.answered.track();
        exploring.held.track();
        sort_of.run(view.get());
        language.track();
        previewed.set(None);
    });
    let save = move |drawn: Drawn, format: Format| {
        // What has been looked at is what is taken.
        let looked_at =
            previewed.with_untracked(|it| it.as_ref().filter(|it| it.drawn == drawn).map(|it| it.made.clone()));
        let Some(Made { picture, names: (svg_name, png_name), .. }) = looked_at.or_else(|| make(drawn)) else { return };
        match format {
            Format::Svg => download::save(&svg_name, "image/svg+xml", picture.svg.as_bytes()),
            Format::Png => spawn_local(async move {
                let is_saved = raster::save_png(&png_name, &picture).await;
                // Nobody may be there any more to tell.
                let _ = is_failed.try_set(!is_saved);
            }),
        }
    };
    let looked_at = move |drawn: Drawn| {
        let is_open = move || previewed.with(|it| it.as_ref().is_some_and(|it| it.drawn == drawn));
        view! {
            <li>
                <button class="button" type="button" aria-expanded=move || is_open().to_string() on:click=move |_| preview(drawn)>
                    {move || drawn.preview(language.get())}
                </button>
            </li>
        }
    };
    let button = move |drawn: Drawn, format: Format| {
        view! {
            <li>
                <button class="button" type="button" on:click=move |_| save(drawn, format)>
                    {move || drawn.label(format, language.get())}
                </button>
            </li>
        }
    };
    let offered = Memo::new(move |_| {
        let drawn = Drawn::of(view.get()).iter();
        let has_map = exploring.question.with(|question| question.as_ref().is_some_and(|it| it.level.is_some()));
        let drawn: Vec<Drawn> = drawn.copied().filter(|it| has_map || *it != Drawn::Map).collect();
        let n_rows = |it: &Drawn| exploring.with(|context| it.table(context)).flatten().map_or(0, |it| it.rows.len());
        drawn.into_iter().partition::<Vec<Drawn>, _>(|it| n_rows(it) > table_drawing::MOST_ROWS)
    });
    move || {
        let (too_long, drawn) = offered.get();
        let too_long = (!too_long.is_empty()).then(|| view! { <p>{words::table_too_long(language.get())}</p> });
        let pictures = (!drawn.is_empty()).then(|| {
            let each = drawn.into_iter().map(|it| view! { {looked_at(it)} {button(it, Format::Svg)} {button(it, Format::Png)} });
            view! {
                <h3 class="take__title">{words::pictures(language.get())}</h3>
                <ul class="take__list take__list--pictures">
                    {each.collect_view()}
                </ul>
                {move || previewed.with(|it| it.as_ref().map(|it| view! {
                    <figure class="take__preview">
                        <figcaption>{words::previewed(language.get_untracked())}</figcaption>
                        <img src=it.shown.address().to_owned() alt=it.made.title.clone() width=it.made.picture.width.round() height=it.made.picture.height.round()/>
                    </figure>
                }))}
                <p class="copy-text__said" role="status">{move || is_failed.get().then(|| words::not_drawn(language.get()))}</p>
            }
        });
        view! { {pictures} {too_long} }
    }
}
