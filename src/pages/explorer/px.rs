//! All of the dataset as a PX file: written by the program that reads files, which is fetched for it.

use leptos::{prelude::*, task::spawn_local};

use super::exploring::Exploring;
use crate::{
    browser::{download, reader},
    export::{packed, take::file_name},
    words::taken as words,
};

/// What has come of the writing.
#[derive(Clone, PartialEq)]
enum Writing {
    Begun,
    Failed,
    Done(Vec<String>),
}

/// The button, and what the file has no room for once it is written.
#[component]
pub fn PxFile(exploring: Exploring) -> impl IntoView {
    let language = exploring.language;
    let writing = RwSignal::new(None::<Writing>);
    let save = move |_| {
        let language = language.get_untracked();
        writing.set(Some(Writing::Begun));
        let (cube, id) = exploring.cleared.with_value(|cleared| {
            let cube = cleared.cube();
            (packed::pack(cube), cube.dataset.id.clone())
        });
        spawn_local(async move {
            let written = reader::write_px(&cube, &id, language.tag()).await;
            let came = match written {
                None => Writing::Failed,
                Some(written) => {
                    let name = file_name(&id, words::file_all(language), ".px");
                    download::save(&name, "text/plain;charset=utf-8", written.text.as_bytes());
                    Writing::Done(written.losses)
                }
            };
            // Nobody may be there any more to tell.
            let _ = writing.try_set(Some(came));
        });
    };
    let said = move || match writing.get()? {
        Writing::Begun => Some(words::px_is_written(language.get())),
        Writing::Failed => Some(words::px_not_written(language.get())),
        Writing::Done(losses) if losses.is_empty() => Some(words::px_is_whole(language.get())),
        Writing::Done(_) => Some(words::px_losses(language.get())),
    };
    let losses = move || match writing.get() {
        Some(Writing::Done(losses)) if !losses.is_empty() => {
            let items = losses.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
            Some(view! { <ul class="take__losses">{items}</ul> })
        }
        _ => None,
    };
    view! {
        <div class="take__px">
            <button class="button" type="button" on:click=save>{move || words::as_px(language.get())}</button>
            <p class="copy-text__said" role="status">{said}</p>
            {losses}
        </div>
    }
}
