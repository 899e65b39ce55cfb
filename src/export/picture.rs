//! A drawing of the page → a picture that stands by itself: SVG with its title, what it shows, where it is from and the mark of made-up data.

use crate::view_model::taken::Said;

/// What is drawn on the page, copied with its colours; lengths are pixels of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// Its elements, as SVG.
    pub markup: String,
    /// The colour of words.
    pub ink: String,
    /// The colour of the ground.
    pub ground: String,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// How wide it is, in pixels.
    pub width: f64,
    /// How high it is, in pixels.
    pub height: f64,
    /// The SVG file.
    pub svg: String,
}

/// Around the drawing.
const MARGIN: f64 = 24.0;
/// No picture is narrower: its words need room.
const NARROWEST: f64 = 480.0;
const TITLE_PX: f64 = 20.0;
const TEXT_PX: f64 = 12.0;
/// From one line of words to the next, of their size.
const LEADING: f64 = 1.4;
/// How wide a letter is, of its size: on the safe side of what fonts without serifs have.
pub(super) const LETTER: f64 = 0.62;
/// How much wider bold letters are.
pub(super) const BOLD: f64 = 1.1;
/// What the words are set in where the page's own fonts are not at hand.
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// The picture: title above, the drawing, and under it what the picture says of itself.
pub fn picture(drawing: &Drawing, title: &str, said: &[Said]) -> Picture {
    let width = (drawing.width + 2.0 * MARGIN).max(NARROWEST);
    let room = width - 2.0 * MARGIN;
    let mut y = MARGIN;
    let mut words = String::new();
    let mut line = |text: &str, size: f64, weight: u16, y: &mut f64| {
        *y += size * LEADING;
        words.push_str(&format!(
            "<text x=\"{MARGIN}\" y=\"{:.1}\" font-size=\"{size}\" font-weight=\"{weight}\">{}</text>",
            *y - size * (LEADING - 1.0),
            escaped(text)
        ));
    };
    for text in wrapped(title, letters(room, TITLE_PX * BOLD)) {
        line(&text, TITLE_PX, 700, &mut y);
    }
    // That figures are made up is seen before them, not only under them.
    for it in said.iter().filter(|it| it.id == "synthetic") {
        for text in wrapped(&it.text, letters(room, TEXT_PX * BOLD)) {
            line(&text, TEXT_PX, 700, &mut y);
        }
    }
    y += MARGIN / 2.0;
    let top = y;
    y += drawing.height + MARGIN / 2.0;
    for it in said.iter().filter(|it| it.id != "synthetic" && it.id != "title") {
        for text in wrapped(&format!("{}: {}", it.label, it.text), letters(room, TEXT_PX)) {
            line(&text, TEXT_PX, 400, &mut y);
        }
    }
    let height = (y + MARGIN).ceil();
    let Drawing { markup, ink, ground, .. } = drawing;
    let (ink, ground, fonts) = (escaped(ink), escaped(ground), escaped(FONTS));
    let svg = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" font-family=\"{fonts}\"><title>{}</title><rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/><g fill=\"{ink}\">{words}</g><g transform=\"translate({MARGIN} {top:.1})\">{markup}</g></svg>\n",
        escaped(title)
    );
    Picture { width: width.round(), height, svg }
}

/// How many letters of this size have room.
fn letters(room: f64, size: f64) -> usize {
    (room / (size * LETTER)).max(10.0) as usize
}

/// A text in lines of at most so many letters; a longer word, as addresses are, is broken. What a no-break space holds together stays so.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut n_letters = 0_usize;
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for (place, piece) in letters.chunks(most.max(1)).enumerate() {
            let needed = n_letters.saturating_add(piece.len()).saturating_add(1);
            if !line.is_empty() && (place > 0 || needed > most) {
                lines.push(std::mem::take(&mut line));
                n_letters = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                n_letters = n_letters.saturating_add(1);
            }
            line.extend(piece);
            n_letters = n_letters.saturating_add(piece.len());
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A text as XML has it, without the signs that XML does not allow.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter < ' ' => {}
            _ => out.push(letter),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> Vec<Said> {
        let said = |id, label, text: &str| Said { id, label, text: text.into() };
        vec![
            said("title", "Visar", "Andel"),
            said("synthetic", "Påhittade", "Syntetiska <data>"),
            said("address", "Vyn finns på", &format!("https://insyn.example/?{}", "x".repeat(300))),
        ]
    }

    #[test]
    fn a_picture_says_what_it_is_and_grows_with_its_words() {
        let drawing =
            Drawing { width: 700.0, height: 300.0, markup: "<path d=\"M0 0\"/>".into(), ..Drawing::default() };
        let it = picture(&drawing, "Andel \"hem\" & barn", &said());
        assert!(it.svg.contains("<title>Andel &quot;hem&quot; &amp; barn</title>"), "{}", it.svg);
        assert!(it.svg.contains("Syntetiska &lt;data&gt;") && it.svg.contains("<path d=\"M0 0\"/>"), "{}", it.svg);
        assert_eq!(it.svg.matches("Andel &quot;hem&quot;").count(), 2);
        assert_eq!(it.width, 748.0);
        assert!(it.height > 400.0, "{}", it.height);
        // What stands for itself asks nobody for anything.
        assert!(!it.svg.replace("http://www.w3.org/2000/svg", "").contains("href"), "{}", it.svg);
    }

    #[test]
    fn lines_are_no_longer_than_they_may_be() {
        assert_eq!(wrapped("ett två tre", 7), ["ett två", "tre"]);
        assert_eq!(wrapped("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]);
        assert!(wrapped("  ", 3).is_empty());
        assert_eq!(wrapped("n = 3\u{a0}401 hem", 6), ["n =", "3\u{a0}401", "hem"]);
        for line in wrapped(&said()[2].text, 40) {
            assert!(line.chars().count() <= 40, "{line}");
        }
    }
}
