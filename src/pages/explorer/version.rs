//! What has become of the data that a link leads to, where the link names a version of them.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::fetch,
    load::releases::{self, Standing},
    model::text::Language,
    state::place::PlaceState,
    words::{number, taken as words},
};

/// A sentence on the version that the address names; nothing where it names none. `sha256` is the hash of the dataset's
/// file as it is here; empty where it is not here.
#[component]
pub fn VersionNotice(#[prop(into)] id: String, #[prop(into)] sha256: String) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let version = Memo::new(move |_| place.address().with(|address| address.choice.version.clone()));
    let standing = RwSignal::new(None::<Standing>);
    let (id, sha256) = (StoredValue::new(id), StoredValue::new(sha256));
    Effect::new(move |_: Option<()>| {
        let Some(version) = version.get() else { return standing.set(None) };
        if !releases::is_version(&version) {
            return standing.set(Some(Standing::Unknown));
        }
        if sha256.with_value(|sha256| sha256.starts_with(&version)) {
            return standing.set(Some(Standing::Same));
        }
        standing.set(None);
        spawn_local(async move {
            // A site that was not published by `insyn publish` has none, and then the version is unknown.
            let releases = fetch::bytes("data/releases.json").await.unwrap_or_default();
            let found = id.try_with_value(|id| releases::standing(&releases, id, &version));
            // Nobody may be there any more to tell, or the address may name another.
            let _ = standing.try_set(found);
        });
    });
    // The file as it was lies where `insyn publish` keeps it.
    let old_file = move || {
        let has_file = matches!(
            standing.get(),
            Some(Standing::Newer { .. } | Standing::Corrected { .. } | Standing::Withdrawn { .. })
        );
        let version = version.get().filter(|_| has_file)?;
        let href = place.file(&format!("data/earlier/{}-{version}.json", id.get_value()));
        Some(view! { <p><a href=href download>{words::old_file(language.get())}</a></p> })
    };
    move || {
        version.with(Option::is_some).then(|| {
            view! {
                <div class="notice version-notice">
                    <p role="status">{move || said(standing.get().as_ref(), language.get())}</p>
                    {old_file}
                </div>
            }
        })
    }
}

fn said(standing: Option<&Standing>, language: Language) -> String {
    let day = |date: &str| number::date(date, language);
    match standing {
        None => words::is_sought(language).to_owned(),
        Some(Standing::Same) => words::is_same(language).to_owned(),
        Some(Standing::Newer { date }) => words::is_newer(language, &day(date)),
        Some(Standing::Corrected { n_cells, date }) => words::is_corrected(language, *n_cells, &day(date)),
        Some(Standing::Withdrawn { date }) => words::is_withdrawn(language, &day(date)),
        Some(Standing::Unknown) => words::is_unknown(language).to_owned(),
    }
}
