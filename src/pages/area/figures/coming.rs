//! A dataset on its way to being a card.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{gate::Cleared, model::catalogue::CatalogueItem, state::data::Arrival, view_model::area::card::AreaCard};

/// A dataset on its way to being a card.
#[derive(Clone)]
pub struct Coming {
    /// What the catalogue says of it.
    pub item: CatalogueItem,
    /// The dataset itself.
    pub dataset: ArcRwSignal<Arrival<Cleared>>,
    /// Its card, when it is its turn.
    pub card: Memo<Option<Arc<AreaCard>>>,
    /// It may be about this very place, or about another: then there is nothing to say.
    pub is_unsure: bool,
}

impl Coming {
    /// Whether it tells of the place.
    pub fn is_told(&self) -> bool {
        self.card.with(|card| card.as_ref().is_some_and(|card| card.told.is_some()))
    }

    /// Whether nothing more will come of it.
    pub fn is_settled(&self) -> bool {
        self.card.with(Option::is_some) || self.dataset.with(|dataset| matches!(dataset, Arrival::Failed(_)))
    }
}
