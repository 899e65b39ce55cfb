//! The document: where the page is placed, its language, whether it is ready.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlLinkElement, Window};

use crate::{chart::theme::Theme, model::text::Language};

#[expect(clippy::disallowed_methods, reason = "this floor is the wall")]
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

thread_local! {
    /// Worked out once: what is relative to the address is only right before the address changes.
    static ROOT: String = root_of_address();
}

/// The path of the folder that the page is placed in, with a slash at both ends: `/`, `/insyn/`.
pub fn root() -> String {
    ROOT.with(Clone::clone)
}

/// Where the page is from: `https://insyn.example`; empty where the browser does not say.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Makes the page independent of the address that it was opened at: to be called before the address changes.
pub fn settle() {
    root();
    let icon = document().and_then(|document| document.query_selector("link[rel=icon]").ok().flatten());
    if let Some(icon) = icon.and_then(|icon| icon.dyn_into::<HtmlLinkElement>().ok()) {
        icon.set_href(&icon.href());
    }
}

fn root_of_address() -> String {
    let path = || {
        let document = document()?;
        let meta = document.query_selector("meta[name=insyn-root]").ok()??;
        let base = document.base_uri().ok()??;
        Some(web_sys::Url::new_with_base(&meta.get_attribute("content")?, &base).ok()?.pathname())
    };
    path().unwrap_or_else(|| "/".to_owned())
}

/// A new element at the end of another; none where the browser does not make it.
pub fn append(parent: &web_sys::Element, name: &str) -> Option<web_sys::Element> {
    let element = document()?.create_element(name).ok()?;
    parent.append_child(&element).ok()?;
    Some(element)
}

/// The elements within an element, in their order.
pub fn children(element: &web_sys::Element) -> impl Iterator<Item = web_sys::Element> + use<> {
    std::iter::successors(element.first_element_child(), web_sys::Element::next_element_sibling)
}

/// Leaves the page for another of ours, which has a program of its own.
pub fn leave_for(href: &str) {
    if let Some(window) = window() {
        // A browser that does not go there leaves the reader where they are.
        drop(window.location().assign(href));
    }
}

/// The path of the address at hand, and the names and values after its question mark, in their order.
pub fn address() -> (String, Vec<(String, String)>) {
    let Some(location) = window().map(|window| window.location()) else { return Default::default() };
    let query = location.search().ok().and_then(|query| web_sys::UrlSearchParams::new_with_str(&query).ok());
    let text = |pair: &js_sys::Array, place| pair.get(place).as_string();
    let pairs = query.iter().flat_map(|query| query.entries()).filter_map(|pair| {
        let pair = pair.ok()?.dyn_into::<js_sys::Array>().ok()?;
        Some((text(&pair, 0)?, text(&pair, 1)?))
    });
    (location.pathname().unwrap_or_default(), pairs.collect())
}

/// The title in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Takes away what stood there while the program was loading.
pub fn clear_loading() {
    if let Some(loading) = document().and_then(|document| document.get_element_by_id("insyn-loading")) {
        loading.remove();
    }
}

/// Marks the document as ready: the first useful view is drawn.
pub fn mark_ready() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A document that refuses an attribute is a document nobody measures.
        drop(root.set_attribute("data-ready", "true"));
    }
}

/// Tells the browser and screen readers what language the page is in.
pub fn set_language(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", language.tag()));
    }
}

/// Scrolls to the element that the address names after its #, where there is one.
pub fn scroll_to_fragment() {
    let id = window().and_then(|window| window.location().hash().ok());
    if let Some(id) = id.as_deref().and_then(|hash| hash.strip_prefix('#')).filter(|id| !id.is_empty()) {
        scroll_to(id);
    }
}

/// Scrolls to an element, by id.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Scrolls the page so many pixels to the right and down.
#[cfg(feature = "explore")]
pub fn scroll_by((right, down): (f64, f64)) {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(right, down);
    }
}

/// Moves the keyboard to an element, by id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Opens a part that is folded up, by id, scrolls to it and moves the keyboard to its heading.
pub fn open_details(id: &str) {
    let Some(details) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    drop(details.set_attribute("open", ""));
    details.scroll_into_view();
    let heading = details.first_element_child().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        drop(heading.focus());
    }
}

/// Moves the keyboard to an element, by id, where it is within another element, or nowhere.
pub fn focus_from(within: &str, id: &str) {
    let active = document().and_then(|document| document.active_element());
    if active.is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body") || is_within(&active, within)) {
        focus(id);
    }
}

/// Whether an element is, or lies within, one that a selector names.
pub fn is_within(element: &web_sys::Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

/// Takes the keyboard from an element, by id: a phone then puts its own away.
#[cfg(feature = "explore")]
pub fn blur(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.blur());
    }
}

/// Moves the keyboard to an element, by id, if what it was on is no longer there.
pub fn focus_if_lost(id: &str) {
    let active = document().and_then(|document| document.active_element());
    if active.is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body")) {
        focus(id);
    }
}

/// Scrolls an element into view within its list, by id.
pub fn scroll_into_list(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// How much larger the page's words are than a browser's own 16 pixels: a reader or a projector may ask for more.
pub fn text_scale() -> f64 {
    let size = || {
        let root = document()?.document_element()?;
        let size = window()?.get_computed_style(&root).ok()??.get_property_value("font-size").ok()?;
        size.strip_suffix("px")?.parse::<f64>().ok()
    };
    size().map_or(1.0, |size| size / 16.0)
}

const NARROW: &str = "(max-width: 40rem)";
const DARK: &str = "(prefers-color-scheme: dark)";
const FORCED: &str = "(forced-colors: active)";

/// The reader's colours: dark, light, or their own.
pub fn theme() -> Theme {
    if matches_media(FORCED) {
        Theme::Forced
    } else if matches_media(DARK) {
        Theme::Dark
    } else {
        Theme::Light
    }
}

fn matches_media(query: &str) -> bool {
    let list = window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// A link that is not in the page.
pub(super) fn new_link() -> Option<web_sys::HtmlAnchorElement> {
    document()?.create_element("a").ok()?.dyn_into().ok()
}

/// A new element that is not in the page.
pub(super) fn new_element(name: &str) -> Option<web_sys::Element> {
    document()?.create_element(name).ok()
}

/// The first element that a selector finds.
pub(super) fn first(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Every element that a selector finds, in the order of the page.
pub(super) fn all(selector: &str) -> Vec<web_sys::Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|place| found.get(place)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

/// What is within an element, words too, in their order.
pub(super) fn nodes(element: &web_sys::Element) -> impl Iterator<Item = web_sys::Node> + use<> {
    std::iter::successors(element.first_child(), web_sys::Node::next_sibling)
}

/// How an element looks, worked out by the browser.
pub(super) fn style(element: &web_sys::Element) -> Option<web_sys::CssStyleDeclaration> {
    window()?.get_computed_style(element).ok().flatten()
}

/// Where a part of a node's words stands on the screen, from one UTF-16 unit to another.
pub(super) fn extent(words: &web_sys::Node, from: u32, until: u32) -> Option<web_sys::DomRect> {
    let range = document()?.create_range().ok()?;
    range.set_start(words, from).ok()?;
    range.set_end(words, until).ok()?;
    Some(range.get_bounding_client_rect())
}

/// The bytes of a text in base 64; none where it is none.
pub(super) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let binary = window()?.atob(text).ok()?;
    binary.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}

/// The clipboard; none where the browser has none, or not for this page.
pub(super) fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard = window()?.navigator().clipboard();
    let is_there = wasm_bindgen::JsValue::is_object(clipboard.as_ref());
    is_there.then_some(clipboard)
}

/// Whether the window is as narrow as a phone's.
pub fn is_narrow() -> bool {
    matches_media(NARROW)
}

/// Calls back whenever the window becomes as narrow as a phone's, or is so no more, until it is dropped.
pub fn on_narrow_change(changed: impl Fn() + 'static) -> Option<gloo::events::EventListener> {
    let list = window()?.match_media(NARROW).ok()??;
    Some(gloo::events::EventListener::new(&list, "change", move |_| changed()))
}

/// Calls back whenever the reader's system turns dark or light, or to colours of the reader's own, until it is dropped.
pub fn on_theme_change(changed: impl Fn() + Clone + 'static) -> Vec<gloo::events::EventListener> {
    let listener = |query| {
        let list = window()?.match_media(query).ok()??;
        let changed = changed.clone();
        Some(gloo::events::EventListener::new(&list, "change", move |_| changed()))
    };
    [DARK, FORCED].into_iter().filter_map(listener).collect()
}
