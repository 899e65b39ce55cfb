//! How a chart is dressed: theme, type, size of type.

use super::theme::{Palette, Theme};

/// The families of the page's own type: `--sans` of `style/tokens.css` (a test compares them).
pub const FONTS: &str = concat!(
    r#""Insyn Sans", "Source Sans 3", system-ui, -apple-system, "#,
    r#""Segoe UI", Roboto, "Helvetica Neue", sans-serif"#
);

/// How a chart is dressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Light, dark, or the reader's own colours.
    pub theme: Theme,
    /// Font families as CSS lists them.
    pub fonts: &'static str,
    /// The size of a bar's label in CSS pixels; all else follows it. 14 on the page, more for a projector.
    pub text_px: f64,
}

impl Look {
    /// As on the page.
    pub const fn of(theme: Theme) -> Self {
        Self { theme, fonts: FONTS, text_px: 14.0 }
    }

    /// The colours.
    pub const fn palette(self) -> Palette {
        self.theme.palette()
    }

    /// A length that is so many CSS pixels on the page, in whole pixels at this size of type.
    pub fn px(self, on_the_page: f64) -> f64 {
        (on_the_page * self.text_px / 14.0).round()
    }

    /// The width of a line that is so many CSS pixels wide on the page.
    pub fn stroke(self, on_the_page: f64) -> f64 {
        on_the_page * self.text_px / 14.0
    }

    /// The size of second lines and axis labels in CSS pixels: never under 12.
    pub fn small_px(self) -> f64 {
        self.px(12.0).max(12.0)
    }
}
