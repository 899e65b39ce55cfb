//! The data that have arrived: the catalogue, datasets, outlines, headlines. Each is fetched once, when first asked for.

use std::{collections::HashMap, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::fetch,
    gate::{self, Cleared},
    load::{
        arrival::NotArrived,
        complaint::{Complaint, Place, Severity},
        fault::Fault,
        headlines, jsonstat, outlines,
    },
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem},
        cube::Cube,
        headline::Start,
        outline::Outlines,
    },
    view_model::trouble::Trouble,
};
#[cfg(feature = "explore")]
use crate::{
    browser::pause::Pauses,
    load::{search, theme},
    model::{
        searched::SearchIndex,
        theme::{Story, Theme},
    },
};

/// Something that is on its way, or has arrived, or has not.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival<T> {
    /// On its way.
    Awaited,
    /// Here.
    Ready(Arc<T>),
    /// Not coming, and why.
    Failed(Trouble),
}

/// The data of the page.
#[derive(Clone, Copy)]
pub struct DataState {
    catalogue: StoredValue<ArcRwSignal<Arrival<Catalogue>>>,
    start: StoredValue<ArcRwSignal<Arrival<Start>>>,
    datasets: StoredValue<HashMap<String, ArcRwSignal<Arrival<Cleared>>>>,
    outlines: StoredValue<HashMap<Level, ArcRwSignal<Arrival<Outlines>>>>,
    #[cfg(feature = "explore")]
    themes: StoredValue<HashMap<Theme, ArcRwSignal<Arrival<Story>>>>,
    #[cfg(feature = "explore")]
    search: StoredValue<ArcRwSignal<Arrival<SearchIndex>>>,
    #[cfg(feature = "explore")]
    is_search_sent_for: StoredValue<bool>,
}

impl DataState {
    /// Makes the data known to all below, and sends for the catalogue.
    pub fn provide() {
        let data = Self {
            catalogue: StoredValue::new(ArcRwSignal::new(Arrival::Awaited)),
            start: StoredValue::new(ArcRwSignal::new(Arrival::Awaited)),
            datasets: StoredValue::default(),
            outlines: StoredValue::default(),
            #[cfg(feature = "explore")]
            themes: StoredValue::default(),
            #[cfg(feature = "explore")]
            search: StoredValue::new(ArcRwSignal::new(Arrival::Awaited)),
            #[cfg(feature = "explore")]
            is_search_sent_for: StoredValue::new(false),
        };
        provide_context(data);
        data.fetch_catalogue();
        data.fetch_start();
    }

    /// The data; `provide` must have been called above.
    pub fn get() -> Self {
        expect_context()
    }

    /// What there is.
    pub fn catalogue(self) -> ArcRwSignal<Arrival<Catalogue>> {
        self.catalogue.get_value()
    }

    /// Sends for the catalogue, again if it did not arrive.
    pub fn fetch_catalogue(self) {
        send_for(self.catalogue.get_value(), "data/index.json".to_owned(), |bytes| {
            let (catalogue, complaints) = jsonstat::catalogue(bytes);
            catalogue.ok_or(Trouble::Unreadable(complaints))
        });
    }

    /// What the start page tells.
    pub fn start(self) -> ArcRwSignal<Arrival<Start>> {
        self.start.get_value()
    }

    /// Sends for what the start page tells, again if it did not arrive.
    pub fn fetch_start(self) {
        send_for(self.start.get_value(), "stories/start.json".to_owned(), |bytes| {
            headlines::read(bytes).map_err(|complaint| Trouble::Unreadable(vec![complaint]))
        });
    }

    /// What a theme tells.
    #[cfg(feature = "explore")]
    pub fn theme(self, theme: Theme) -> ArcRwSignal<Arrival<Story>> {
        if let Some(known) = self.themes.with_value(|themes| themes.get(&theme).cloned()) {
            return known;
        }
        let signal = ArcRwSignal::new(Arrival::Awaited);
        self.themes.update_value(|themes| drop(themes.insert(theme, signal.clone())));
        self.fetch_theme(theme);
        signal
    }

    /// Sends for what a theme tells, again if it did not arrive.
    #[cfg(feature = "explore")]
    pub fn fetch_theme(self, theme: Theme) {
        let Some(signal) = self.themes.with_value(|themes| themes.get(&theme).cloned()) else { return };
        send_for(signal, format!("stories/{}.json", theme.id()), |bytes| {
            theme::read(bytes).map_err(|complaint| Trouble::Unreadable(vec![complaint]))
        });
    }

    /// What can be searched for; it comes when it is sent for.
    #[cfg(feature = "explore")]
    pub fn search(self) -> ArcRwSignal<Arrival<SearchIndex>> {
        self.search.get_value()
    }

    /// Sends for what can be searched for, again if it did not arrive.
    #[cfg(feature = "explore")]
    pub fn fetch_search(self) {
        let signal = self.search.get_value();
        // A box that is made anew asks anew, perhaps while it is on its way.
        let was_sent_for = self.is_search_sent_for.try_update_value(|it| std::mem::replace(it, true));
        if was_sent_for == Some(true) && !matches!(signal.get_untracked(), Arrival::Failed(_)) {
            return;
        }
        send_for(signal, "data/search.json".to_owned(), |bytes| {
            search::read(bytes).map_err(|complaint| Trouble::Unreadable(vec![complaint]))
        });
    }

    /// A dataset of the catalogue.
    pub fn dataset(self, item: &CatalogueItem) -> ArcRwSignal<Arrival<Cleared>> {
        if let Some(known) = self.datasets.with_value(|datasets| datasets.get(&item.id).cloned()) {
            return known;
        }
        let signal = ArcRwSignal::new(Arrival::Awaited);
        self.datasets.update_value(|datasets| drop(datasets.insert(item.id.clone(), signal.clone())));
        self.fetch_dataset(item);
        signal
    }

    /// Sends for a dataset, again if it did not arrive.
    pub fn fetch_dataset(self, item: &CatalogueItem) {
        let id = item.id.clone();
        let Some(signal) = self.datasets.with_value(|datasets| datasets.get(&id).cloned()) else { return };
        let Some(href) = file(item) else {
            let fault = Fault::Lacking("packed");
            let complaint = Complaint { severity: Severity::Fatal, place: Place::File, fault };
            return signal.set(Arrival::Failed(Trouble::Unreadable(vec![complaint])));
        };
        signal.set(Arrival::Awaited);
        let tell = move |arrived: Arrived| match arrived {
            Err(why) => signal.set(Arrival::Failed(Trouble::NotArrived(why))),
            Ok(bytes) => spawn_local(async move {
                let admitted = admitted(&bytes, &id).await;
                signal.set(admitted.map_or_else(Arrival::Failed, |it| Arrival::Ready(Arc::new(it))));
            }),
        };
        fetch_and_tell(format!("data/{href}"), Box::new(tell));
    }

    /// The outlines of a level.
    pub fn outlines(self, level: Level) -> ArcRwSignal<Arrival<Outlines>> {
        if let Some(known) = self.outlines.with_value(|outlines| outlines.get(&level).cloned()) {
            return known;
        }
        let signal = ArcRwSignal::new(Arrival::Awaited);
        self.outlines.update_value(|outlines| drop(outlines.insert(level, signal.clone())));
        self.fetch_outlines(level);
        signal
    }

    /// Sends for the outlines of a level, again if they did not arrive.
    pub fn fetch_outlines(self, level: Level) {
        let Some(signal) = self.outlines.with_value(|outlines| outlines.get(&level).cloned()) else { return };
        let path = match level {
            Level::Municipality | Level::Nation => "maps/municipalities.json",
            Level::County => "maps/counties.json",
            Level::Division => "maps/divisions.json",
        };
        send_for(signal, path.to_owned(), |bytes| {
            outlines::read(bytes).map_err(|complaint| Trouble::Unreadable(vec![complaint]))
        });
    }
}

/// The file of a dataset that this program reads. That of the first view reads packed ones alone, which takes a tenth of the code.
fn file(item: &CatalogueItem) -> Option<&str> {
    #[cfg(feature = "explore")]
    return Some(&item.href);
    #[cfg(not(feature = "explore"))]
    item.packed.as_ref().map(|packed| packed.href.as_str())
}

/// The dataset in that file.
#[cfg(feature = "explore")]
fn read(bytes: &[u8], id: &str) -> Result<Cube, Trouble> {
    let (cube, complaints) = jsonstat::read(bytes, id);
    cube.ok_or(Trouble::Unreadable(complaints))
}

/// The dataset in that file.
#[cfg(not(feature = "explore"))]
fn read(bytes: &[u8], id: &str) -> Result<Cube, Trouble> {
    crate::load::packed::read(bytes, id).map_err(|complaint| Trouble::Unreadable(vec![complaint]))
}

/// A dataset that the gate has let in.
async fn admitted(bytes: &[u8], id: &str) -> Result<Cleared, Trouble> {
    let cube = read(bytes, id)?;
    #[cfg(feature = "explore")]
    let pauses = Pauses::begin();
    #[cfg(feature = "explore")]
    let pause = async || pauses.rest().await;
    // Without the attack on hidden cells the gate is quick.
    #[cfg(not(feature = "explore"))]
    let pause = async || {};
    let cleared = gate::admit_in_slices(cube, &pause).await.map_err(Trouble::Refused)?;
    if cleared.cube().n_rows().is_none_or(|rows| rows == 0) { Err(Trouble::Empty) } else { Ok(cleared) }
}

/// Fetches a file, reads it, and tells the signal; a file that did not arrive may be sent for again.
fn send_for<T: Send + Sync + 'static>(
    signal: ArcRwSignal<Arrival<T>>,
    path: String,
    read: impl FnOnce(&[u8]) -> Result<T, Trouble> + 'static,
) {
    signal.set(Arrival::Awaited);
    let tell = move |arrived: Arrived| {
        signal.set(match arrived {
            Ok(bytes) => read(&bytes).map_or_else(Arrival::Failed, |it| Arrival::Ready(Arc::new(it))),
            Err(why) => Arrival::Failed(Trouble::NotArrived(why)),
        });
    };
    fetch_and_tell(path, Box::new(tell));
}

type Arrived = Result<Vec<u8>, NotArrived>;

/// Apart from `send_for`, which there is one of for each kind of file.
fn fetch_and_tell(path: String, tell: Box<dyn FnOnce(Arrived)>) {
    spawn_local(async move { tell(fetch::bytes(&path).await) });
}
