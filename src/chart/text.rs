//! Labels that fit: their width guessed, their lines broken, their end cut with an ellipsis.

/// The width of a text in ems, guessed from Arial's letters, which are wider than those of most faces.
pub fn width_em(text: &str) -> f64 {
    text.chars().map(letter_em).sum()
}

/// How much wider bold is than regular, in the widest face a reader may fall back to.
pub const BOLD: f64 = 1.15;

fn letter_em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.23,
        ' ' | '\u{a0}' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '/' | '!' | '(' | ')' => 0.29,
        'r' | '-' => 0.34,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.51,
        'm' | 'M' => 0.83,
        'w' => 0.72,
        '%' => 0.89,
        'W' => 0.95,
        letter if letter.is_uppercase() => 0.72,
        // Han, kana, hangul and full-width forms.
        '\u{2e80}'..='\u{ffef}' => 1.0,
        _ => 0.56,
    }
}

/// A text in at most `n_most` lines of `width_em`, the last one cut where it does not fit. A word wider than a line is cut too.
pub fn lines(text: &str, most_em: f64, n_most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let n_lines = lines.len();
        let Some(line) = lines.last_mut() else { break };
        let is_full = width_em(line) + width_em(" ") + width_em(word) > most_em;
        if line.is_empty() {
            line.push_str(word);
        } else if is_full && n_lines < n_most {
            lines.push(word.to_owned());
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| cut(line, most_em)).collect()
}

/// A text that is no wider than `most_em`, with an ellipsis where something is left out.
pub fn cut(text: &str, most_em: f64) -> String {
    if width_em(text) <= most_em {
        return text.to_owned();
    }
    let mut left = most_em - letter_em('…');
    let kept: String = text
        .chars()
        .take_while(|letter| {
            left -= letter_em(*letter);
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// A text that ECharts does not take for its own markup (`{style|text}`, `{b}`): braces become parentheses, line breaks spaces.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '{' => '(',
            '}' => ')',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_label_is_broken_between_words() {
        let label = "Bostad med särskild service för barn och unga";
        assert_eq!(lines(label, 14.0, 2), ["Bostad med särskild service", "för barn och unga"]);
        assert_eq!(lines(label, 9.0, 2), ["Bostad med", "särskild service fö…"].map(String::from));
        assert_eq!(lines("Flickor", 9.0, 2), ["Flickor"]);
        assert_eq!(lines("", 9.0, 2), [""]);
    }

    #[test]
    fn markup_in_a_label_is_text() {
        assert_eq!(plain("{picked|x} {b}\n"), "(picked|x) (b) ");
    }

    proptest! {
        #[test]
        fn lines_are_few_and_fit(text in "[a-zåäö A-Z0-9]{0,80}", most_em in 2.0..30.0_f64, n_most in 1_usize..4) {
            let lines = lines(&text, most_em, n_most);
            prop_assert!(!lines.is_empty() && lines.len() <= n_most);
            prop_assert!(lines.iter().all(|line| width_em(line) <= most_em + 1e-9));
        }
    }
}
