//! The name of an area as it stands on a small square: short, and broken where it is too long for one line.

/// So many letters stand on one line.
const LONGEST: usize = 10;

/// The last parts of long names of counties, before which they are broken.
const LAST_PARTS: [&str; 5] = ["norrland", "botten", "manland", "götland", "borg"];

/// The lines of the name: "Stockholms län" is "Stockholm", "Västernorrlands län" is "Väster-" and "norrland".
pub fn lines(name: &str) -> Vec<String> {
    let short = match (name.strip_suffix(" län"), name.strip_suffix(" County")) {
        (Some(county), _) => county.strip_suffix('s').unwrap_or(county),
        (None, Some(county)) => county,
        (None, None) => name,
    };
    if short.chars().count() <= LONGEST {
        return vec![short.to_owned()];
    }
    if short.contains(' ') {
        return short.split(' ').map(str::to_owned).collect();
    }
    let broken = LAST_PARTS.iter().find_map(|last| Some((short.strip_suffix(last)?, last)));
    match broken {
        Some((first, last)) if !first.is_empty() => vec![format!("{first}-"), (*last).to_owned()],
        _ => vec![short.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_lose_their_county_and_long_names_are_broken() {
        for (name, expected) in [
            ("Stockholms län", &["Stockholm"][..]),
            ("Skåne län", &["Skåne"]),
            ("Västra Götalands län", &["Västra", "Götaland"]),
            ("Västernorrlands län", &["Väster-", "norrland"]),
            ("Södermanland County", &["Söder-", "manland"]),
            ("Östergötland County", &["Öster-", "götland"]),
            ("Nord", &["Nord"]),
        ] {
            assert_eq!(lines(name), expected, "{name}");
        }
    }
}
