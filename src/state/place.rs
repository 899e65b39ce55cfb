//! The address bar: what it says, how it is changed, links to elsewhere in the page.

use leptos::prelude::*;

use crate::{
    browser::document,
    export::address::{Address, Page},
    model::text::Language,
};

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct PlaceState {
    address: Memo<Address>,
    page: Memo<Option<Page>>,
    go: Callback<(Page, Address, bool)>,
    root: StoredValue<String>,
    own_title: RwSignal<Option<String>>,
}

impl PlaceState {
    /// Makes the place known to all below. Must stand inside the router.
    pub fn provide() {
        let (address, page, go) = address_bar();
        let own_title = RwSignal::new(None);
        provide_context(Self { address, page, go, root: StoredValue::new(document::root()), own_title });
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

    /// The title that the page at hand has given itself, where it has.
    pub fn own_title(self) -> RwSignal<Option<String>> {
        self.own_title
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

/// What the address bar says, and what goes to another address (in place of the one at hand, if the last is true).
type AddressBar = (Memo<Address>, Memo<Option<Page>>, Callback<(Page, Address, bool)>);

/// Kept by the router: going from address to address does not leave the page.
#[cfg(feature = "explore")]
fn address_bar() -> AddressBar {
    use leptos_router::{
        NavigateOptions,
        hooks::{use_location, use_navigate, use_query_map},
    };
    let query = use_query_map();
    let address = Memo::new(move |_| {
        query.with(|query| Address::from_pairs(query.latest_values().map(|(name, value)| (name.as_ref(), value))))
    });
    let path = use_location().pathname;
    let page = Memo::new(move |_| page_of(&path.get(), &document::root()));
    let navigate = use_navigate();
    let go = move |(page, address, replace): (Page, Address, bool)| {
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        navigate(&format!("/{}?{}", page.path(), address.query()), options);
    };
    (address, page, Callback::new(go))
}

/// Of the first view, which has no router: every way leads to a page that the browser loads, and this address stays as it is.
#[cfg(not(feature = "explore"))]
fn address_bar() -> AddressBar {
    let (path, pairs) = document::address();
    let address = Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let page = page_of(&path, &document::root());
    let go = |(page, address, _): (Page, Address, bool)| {
        document::leave_for(&format!("{}{}?{}", document::root(), page.path(), address.query()));
    };
    (Memo::new(move |_| address.clone()), Memo::new(move |_| page), Callback::new(go))
}

/// The page that a path leads to.
fn page_of(path: &str, root: &str) -> Option<Page> {
    let within = path.strip_prefix(root.trim_end_matches('/')).unwrap_or(path);
    let folder = within.trim_matches('/');
    let folder = folder.strip_suffix("index.html").unwrap_or(folder).trim_end_matches('/');
    Page::all().find(|page| page.path().trim_end_matches('/') == folder)
}
