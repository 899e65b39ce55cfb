//! The address bar: what it says, how it is changed, links to elsewhere in the page.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate, use_query_map},
};

use crate::{
    browser::document,
    export::address::{Address, Page},
    model::text::Language,
};

/// Whether this program has all pages; else it leaves for the others as for another site.
const HAS_EXPLORE: bool = cfg!(feature = "explore");

/// The pages that only the whole program has; `WHOLE` in `src/build/finish.mjs` names the same.
const ELSEWHERE: [Page; 3] = [Page::Explore, Page::Open, Page::Method];

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct PlaceState {
    address: Memo<Address>,
    page: Memo<Option<Page>>,
    go: Callback<(Page, Address, bool)>,
    root: StoredValue<String>,
}

impl PlaceState {
    /// Makes the place known to all below. Must stand inside the router.
    pub fn provide() {
        let query = use_query_map();
        let address = Memo::new(move |_| {
            query.with(|query| Address::from_pairs(query.latest_values().map(|(name, value)| (name.as_ref(), value))))
        });
        let path = use_location().pathname;
        let page = Memo::new(move |_| page_of(&path.get(), &document::root()));
        let navigate = use_navigate();
        let root = document::root();
        if !HAS_EXPLORE {
            document::leave_by_links_to(&ELSEWHERE.map(|page| format!("{root}{}", page.path())));
        }
        let go = Callback::new(move |(page, address, replace): (Page, Address, bool)| {
            if !HAS_EXPLORE && ELSEWHERE.contains(&page) {
                document::leave_for(&format!("{root}{}?{}", page.path(), address.query()));
                return;
            }
            let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("/{}?{}", page.path(), address.query()), options);
        });
        provide_context(Self { address, page, go, root: StoredValue::new(document::root()) });
    }

    /// The place; `provide` must have been called above.
    pub fn get() -> Self {
        expect_context()
    }

    /// What the address says.
    pub fn address(self) -> Memo<Address> {
        self.address
    }

    /// The page that the address leads to; none for an address that leads nowhere.
    pub fn page(self) -> Memo<Option<Page>> {
        self.page
    }

    /// The reader's language.
    pub fn language(self) -> Memo<Language> {
        Memo::new(move |_| self.address.with(|address| address.language))
    }

    /// Goes to an address of the page; Back undoes it.
    pub fn go(self, page: Page, address: Address) {
        self.go.run((page, address, false));
    }

    /// Puts an address in place of the one at hand: Back skips the old one.
    pub fn correct(self, page: Page, address: Address) {
        self.go.run((page, address, true));
    }

    /// A link to an address of the page.
    pub fn href(self, page: Page, address: &Address) -> String {
        self.root.with_value(|root| format!("{root}{}?{}", page.path(), address.query()))
    }

    /// A link to a file within the page's folder.
    pub fn file(self, path: &str) -> String {
        self.root.with_value(|root| format!("{root}{path}"))
    }
}

/// The page that a path leads to.
fn page_of(path: &str, root: &str) -> Option<Page> {
    let within = path.strip_prefix(root.trim_end_matches('/')).unwrap_or(path);
    match within.trim_matches('/') {
        "" | "index.html" => Some(Page::Start),
        "utforska" | "utforska/index.html" => Some(Page::Explore),
        "oppna" | "oppna/index.html" => Some(Page::Open),
        "om-data" | "om-data/index.html" => Some(Page::About),
        "metod" | "metod/index.html" => Some(Page::Method),
        _ => None,
    }
}
