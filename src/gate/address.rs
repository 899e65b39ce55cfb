//! Which addresses a reader may be sent to.

/// Whether an address is one of the web, and only that: `javascript:` runs, `mailto:` names a person, `user@` hides where it leads.
pub fn is_safe(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_clean = !rest.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\');
        !host.is_empty() && !host.contains('@') && is_clean
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_let_in() {
        for safe in ["https://www.ivo.se/a?b=c#d", "http://x.se", "HTTPS://X.SE/a@b"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_one in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "//x.se",
            "mailto:a@x.se",
            "https://",
            "https://a@x.se",
            "https://x.se/a b",
            "https:\\\\x.se",
            " https://x.se",
            "file:///etc",
        ] {
            assert!(!is_safe(unsafe_one), "{unsafe_one}");
        }
    }
}
