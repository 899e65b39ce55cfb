//! The colours of charts: one table for each theme, the same values as in `style/tokens.css` (a test compares them).

/// What the page around the chart looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light; print as well.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// The reader's own colours (`forced-colors: active`), by the names CSS has for them; the SVG renderer writes them as they stand.
    Forced,
}

/// The colours of a chart, as CSS writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What the chart lies on; also the rim of texts that may cross a line.
    pub card: &'static str,
    /// Texts, and the intervals: at least 3:1 against each bar.
    pub ink: &'static str,
    /// Second lines, axes, reasons for absence: at least 4.5:1 against the card.
    pub muted: &'static str,
    /// The lines of the axis.
    pub rule: &'static str,
    /// The line bars start at: at least 3:1 against the card.
    pub baseline: &'static str,
    /// A bar: at least 3:1 against the card.
    pub bar: &'static str,
    /// A picked bar.
    pub bar_picked: &'static str,
    /// The rim of a bar: seen where the reader's own colours leave none for the bar itself.
    pub bar_rim: &'static str,
    /// The row of a picked bar.
    pub row_picked: &'static str,
    /// The row the reader points at, or has walked to with the keys.
    pub row_lit: &'static str,
    /// The rim of that row: at least 3:1 against the card.
    pub focus: &'static str,
    /// The reference line and its label.
    pub reference: &'static str,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];

    /// The colours of the theme.
    pub const fn palette(self) -> Palette {
        match self {
            Self::Light => Palette {
                card: "#ffffff",
                ink: "#0b2a33",
                muted: "#46505a",
                rule: "#e2ded3",
                baseline: "#7d868d",
                bar: "#669aa3",
                bar_picked: "#3d7d89",
                bar_rim: "#3d7d89",
                row_picked: "#e7f0f1",
                row_lit: "#f1f6f6",
                focus: "#0b5c6b",
                reference: "#0b5c6b",
            },
            Self::Dark => Palette {
                card: "#172127",
                ink: "#d6e6e8",
                muted: "#b3bcc2",
                rule: "#2e3b42",
                baseline: "#84919a",
                bar: "#3c7680",
                bar_picked: "#4a8893",
                bar_rim: "#4a8893",
                row_picked: "#1d3238",
                row_lit: "#1a2a31",
                focus: "#9fdbe3",
                reference: "#7cc3cd",
            },
            Self::Forced => Palette {
                card: "Canvas",
                ink: "CanvasText",
                muted: "CanvasText",
                rule: "GrayText",
                baseline: "CanvasText",
                // An outline: the interval, in the colour of the text, is seen on no other ground.
                bar: "Canvas",
                bar_picked: "Canvas",
                bar_rim: "CanvasText",
                row_picked: "Canvas",
                row_lit: "Canvas",
                focus: "Highlight",
                reference: "LinkText",
            },
        }
    }
}

impl Palette {
    /// Each colour with the name of its token, without the dashes before it.
    pub const fn table(self) -> [(&'static str, &'static str); 11] {
        [
            ("card", self.card),
            ("deep", self.ink),
            ("muted", self.muted),
            ("rule", self.rule),
            ("rule-strong", self.baseline),
            ("chart-bar", self.bar),
            ("chart-bar-picked", self.bar_picked),
            ("accent-ground", self.row_picked),
            ("chart-row-lit", self.row_lit),
            ("focus", self.focus),
            ("accent", self.reference),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: &str) -> f64 {
        let channel = |from: usize| {
            let byte = u8::from_str_radix(&colour[from..from + 2], 16).expect("two hex digits");
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn what_must_be_seen_can_be_seen() {
        for theme in [Theme::Light, Theme::Dark] {
            let it = theme.palette();
            for ground in [it.card, it.row_picked, it.row_lit] {
                assert!(contrast(it.ink, ground) >= 7.0);
                assert!(contrast(it.muted, ground) >= 4.5);
                assert!(contrast(it.reference, ground) >= 4.5);
                assert!(contrast(it.bar_picked, ground) >= 3.0);
            }
            assert!(contrast(it.bar, it.card) >= 3.0);
            assert!(contrast(it.baseline, it.card) >= 3.0);
            assert!(contrast(it.focus, it.card) >= 3.0);
            for bar in [it.bar, it.bar_picked] {
                assert!(contrast(it.ink, bar) >= 3.0);
            }
        }
    }
}
