//! What is drawn in Explore, taken along as a picture.

use leptos::{prelude::*, task::spawn_local};

use super::exploring::Exploring;
use crate::{
    browser::{download, drawing, raster},
    export::{address::View, picture, take::file_name},
    model::text::Language,
    view_model::{
        context::Context,
        difference, funnel, map, table,
        taken::{Moment, said},
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
            View::Crosstab | View::Table => &[],
        }
    }

    /// Where its parts stand on the page.
    const fn selectors(self) -> &'static [&'static str] {
        match self {
            Self::Map => &["#map", ".small-maps__maps", ".map-card .map-view__side"],
            Self::Chart => &["#chart"],
            Self::Funnel => &["#funnel", ".funnel__legend"],
            Self::Difference => &["#difference"],
            Self::Time => &[".time__legend", "#time"],
        }
    }

    fn label(self, format: Format, language: Language) -> &'static str {
        match (self, format) {
            (Self::Map, Format::Svg) => words::map_as_svg(language),
            (Self::Map, Format::Png) => words::map_as_png(language),
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
        })
    }
}

/// The pictures of a view; nothing where it has none. `moment` is asked when one is taken.
#[component]
pub fn Pictures(
    exploring: Exploring,
    #[prop(into)] view: Signal<View>,
    #[prop(into)] moment: Callback<(), Moment>,
) -> impl IntoView {
    let language = exploring.language;
    let is_failed = RwSignal::new(false);
    let save = move |drawn: Drawn, format: Format| {
        let language = language.get_untracked();
        let title = untrack(|| exploring.with(|context| drawn.title(context))).flatten().unwrap_or_default();
        let made = drawing::copy(drawn.selectors()).map(|drawing| {
            exploring.cleared.with_value(|cleared| {
                let said = said(cleared, &title, &moment.run(()), language);
                let what = if drawn == Drawn::Map { words::file_map(language) } else { words::file_chart(language) };
                let name = |ending: &str| file_name(&cleared.cube().dataset.id, what, ending);
                (picture::picture(&drawing, &title, &said), name(".svg"), name(".png"))
            })
        });
        is_failed.set(made.is_none());
        let Some((picture, svg_name, png_name)) = made else { return };
        match format {
            Format::Svg => download::save(&svg_name, "image/svg+xml", picture.svg.as_bytes()),
            Format::Png => spawn_local(async move {
                let is_saved = raster::save_png(&png_name, &picture).await;
                // Nobody may be there any more to tell.
                let _ = is_failed.try_set(!is_saved);
            }),
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
    move || {
        let drawn = Drawn::of(view.get());
        let has_map = exploring.question.with(|question| question.as_ref().is_some_and(|it| it.level.is_some()));
        let drawn: Vec<Drawn> = drawn.iter().copied().filter(|it| has_map || *it != Drawn::Map).collect();
        (!drawn.is_empty()).then(|| {
            let buttons = drawn.into_iter().flat_map(|it| [(it, Format::Svg), (it, Format::Png)]);
            view! {
                <h3 class="take__title">{words::pictures(language.get())}</h3>
                <ul class="take__list take__list--pictures">
                    {buttons.map(|(drawn, format)| button(drawn, format)).collect_view()}
                </ul>
                <p class="copy-text__said" role="status">{move || is_failed.get().then(|| words::not_drawn(language.get()))}</p>
            }
        })
    }
}
