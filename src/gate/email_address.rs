//! E-mail addresses in a text.

/// Whether a text has an e-mail address.
pub fn is_in(text: &str) -> bool {
    text.match_indices('@').any(|(at, mark)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at.saturating_add(mark.len())..).unwrap_or_default();
        let has_name =
            before.chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || "._%+-'".contains(letter));
        let is_of_domain = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '.';
        let domain =
            after.split(|letter| !is_of_domain(letter)).next().unwrap_or_default().trim_end_matches(['.', '-']);
        let mut labels = domain.split('.');
        let top = labels.next_back().unwrap_or_default();
        let has_top = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
        let is_named = domain.contains('.') && labels.all(|label| !label.is_empty());
        has_name && has_top && is_named
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_e_mail_address_is_found() {
        for text in
            ["anna@ivo.se", "Kontakt: anna.b@socialtjänsten.malmo.se.", "mailto:a@b.co", "<x_y@z-a.nu>", "å@ö.se"]
        {
            assert!(is_in(text), "{text}");
        }
        for text in ["", "@", "a@b", "a @b.se", "@ivo", "5 @ 3.5", "a@b.", "a@.se", "a@1.2"] {
            assert!(!is_in(text), "{text}");
        }
    }
}
