//! Copies what is drawn on the page as SVG that needs nothing of the page: shapes with their colours, words where they stand.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, Node};

use super::document;
use crate::export::picture::{Drawing, escaped};

/// What an element of SVG has from the style sheets, and hands down to those within it.
const INHERITED: [&str; 15] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "visibility",
    "paint-order",
];

/// What it has for itself alone, and what it is unless somebody says otherwise.
const OWN: [(&str, &str); 5] = [
    ("opacity", "1"),
    ("vector-effect", "none"),
    ("dominant-baseline", "auto"),
    ("clip-path", "none"),
    ("stop-color", "rgb(0, 0, 0)"),
];

/// Attributes that tell where and how large something is; all others are the page's.
const GEOMETRY: [&str; 34] = [
    "id",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "dx",
    "dy",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "points",
    "transform",
    "viewBox",
    "preserveAspectRatio",
    "patternUnits",
    "patternTransform",
    "patternContentUnits",
    "clipPathUnits",
    "gradientUnits",
    "gradientTransform",
    "offset",
    "fx",
    "fy",
    "pathLength",
    "textLength",
    "lengthAdjust",
    "xml:space",
];

/// What a drawing never has in it: things to press, things that are only heard, tables, helps.
const LEFT_OUT: &str = "button:not(.legend__row), .legend__hint, input, select, table, details, .visually-hidden, [aria-live], .map-tooltip, .legend__patterns";

const SVG: &str = "http://www.w3.org/2000/svg";

/// The first element of each of these selectors that is on the page, side by side as they stand there; none where nothing is.
pub fn copy(selectors: &[&str]) -> Option<Drawing> {
    let roots: Vec<Element> = selectors.iter().filter_map(|it| document::first(it)).collect();
    let boxes: Vec<web_sys::DomRect> = roots.iter().map(Element::get_bounding_client_rect).collect();
    let least = |part: fn(&web_sys::DomRect) -> f64| boxes.iter().map(part).reduce(f64::min);
    let most = |part: fn(&web_sys::DomRect) -> f64| boxes.iter().map(part).reduce(f64::max);
    let (left, top) = (least(|it| it.left())?, least(|it| it.top())?);
    let (right, bottom) = (most(|it| it.right())?, most(|it| it.bottom())?);
    let card =
        roots.first().and_then(|root| root.closest(".card").ok().flatten()).or_else(|| roots.first().cloned())?;
    let style = document::style(&card)?;
    let mut copy = Copy { left, top, markup: String::new() };
    // The patterns of a legend stand apart from it.
    for patterns in document::all(".legend__patterns") {
        copy.svg(&patterns);
    }
    for root in &roots {
        copy.html(root);
    }
    Some(Drawing {
        width: (right - left).ceil(),
        height: (bottom - top).ceil(),
        markup: copy.markup,
        ink: value(&style, "color"),
        ground: value(&style, "background-color"),
    })
}

struct Copy {
    left: f64,
    top: f64,
    markup: String,
}

impl Copy {
    /// An element of the page and what is within it.
    fn html(&mut self, element: &Element) {
        if element.matches(LEFT_OUT).unwrap_or(true) {
            return;
        }
        if element.namespace_uri().as_deref() == Some(SVG) {
            return self.svg(element);
        }
        let Some(style) = document::style(element) else { return };
        if value(&style, "display") == "none" || value(&style, "visibility") == "hidden" {
            return;
        }
        let ground = value(&style, "background-color");
        if ground != "rgba(0, 0, 0, 0)" && ground != "transparent" {
            let it = element.get_bounding_client_rect();
            self.markup.push_str(&format!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"/>",
                it.left() - self.left,
                it.top() - self.top,
                it.width(),
                it.height(),
                escaped(&ground)
            ));
        }
        for node in document::nodes(element) {
            match node.dyn_ref::<Element>() {
                Some(element) => self.html(element),
                None => self.words(&node, &style),
            }
        }
    }

    /// The words of a node, line by line as the page has broken them.
    fn words(&mut self, node: &Node, style: &CssStyleDeclaration) {
        let Some(text) = node.text_content().filter(|text| !text.trim().is_empty()) else { return };
        // Each line: its words, where it begins, its top and its height.
        let mut lines: Vec<(String, f64, f64, f64)> = Vec::new();
        let mut at = 0_u32;
        for word in text.split_inclusive(char::is_whitespace) {
            let length = word.trim_end().encode_utf16().count() as u32;
            if length > 0
                && let Some(it) = document::extent(node, at, at.saturating_add(length))
                && it.width() > 0.0
            {
                match lines.last_mut() {
                    Some((words, _, top, _)) if (it.top() - *top).abs() < 2.0 => {
                        words.push(' ');
                        words.push_str(word.trim_end());
                    }
                    _ => lines.push((word.trim_end().to_owned(), it.left(), it.top(), it.height())),
                }
            }
            at = at.saturating_add(word.encode_utf16().count() as u32);
        }
        let part = |name: &str| escaped(&value(style, name));
        let (size, weight, colour) = (part("font-size"), part("font-weight"), part("color"));
        for (words, left, top, height) in lines {
            // The foot of letters lies at about four fifths of a line's box.
            let y = top - self.top + height * 0.78;
            self.markup.push_str(&format!(
                "<text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
                left - self.left,
                escaped(&words)
            ));
        }
    }

    /// A drawing on the page, where it stands.
    fn svg(&mut self, element: &Element) {
        let Some(style) = document::style(element) else { return };
        if value(&style, "display") == "none" {
            return;
        }
        let it = element.get_bounding_client_rect();
        let view_box = element.get_attribute("viewBox");
        let view_box = view_box.map(|view_box| format!(" viewBox=\"{}\"", escaped(&view_box))).unwrap_or_default();
        self.markup.push_str(&format!(
            "<svg x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"{view_box}",
            it.left() - self.left,
            it.top() - self.top,
            // What only holds patterns has no size, and what has none is not drawn.
            it.width().max(1.0),
            it.height().max(1.0)
        ));
        let mut given = [const { String::new() }; INHERITED.len()];
        self.styles(&style, &mut given);
        self.markup.push('>');
        self.within(element, &given);
        self.markup.push_str("</svg>");
    }

    fn within(&mut self, element: &Element, given: &[String; INHERITED.len()]) {
        for node in document::nodes(element) {
            match node.dyn_ref::<Element>() {
                Some(element) => self.shape(element, given),
                None => {
                    let text = node.text_content().unwrap_or_default();
                    if !text.trim().is_empty() {
                        self.markup.push_str(&escaped(&text));
                    }
                }
            }
        }
    }

    /// An element within a drawing.
    fn shape(&mut self, element: &Element, given: &[String; INHERITED.len()]) {
        let name = element.local_name();
        // Only drawn things: nothing that runs, fetches or holds a page.
        let is_drawn = name.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !matches!(
                name.as_str(),
                "script" | "style" | "foreignObject" | "image" | "use" | "a" | "title" | "desc"
            );
        let Some(style) = document::style(element).filter(|_| is_drawn) else { return };
        // What stands in `defs` is drawn elsewhere, whatever its display.
        let is_shown = value(&style, "display") != "none"
            || matches!(name.as_str(), "defs" | "pattern" | "clipPath" | "linearGradient" | "radialGradient" | "stop");
        if !is_shown {
            return;
        }
        self.markup.push('<');
        self.markup.push_str(&name);
        for attribute in GEOMETRY {
            if let Some(value) = element.get_attribute(attribute) {
                self.markup.push_str(&format!(" {attribute}=\"{}\"", escaped(&value)));
            }
        }
        let mut given = given.clone();
        self.styles(&style, &mut given);
        self.markup.push('>');
        self.within(element, &given);
        self.markup.push_str(&format!("</{name}>"));
    }

    /// What differs from what is handed down.
    fn styles(&mut self, style: &CssStyleDeclaration, given: &mut [String; INHERITED.len()]) {
        for (name, given) in INHERITED.iter().zip(given) {
            let is = value(style, name);
            if is != *given {
                self.markup.push_str(&format!(" {name}=\"{}\"", escaped(&is)));
                *given = is;
            }
        }
        for (name, otherwise) in OWN {
            let is = value(style, name);
            if is != otherwise && !is.is_empty() {
                self.markup.push_str(&format!(" {name}=\"{}\"", escaped(&is)));
            }
        }
    }
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}
