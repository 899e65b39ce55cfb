//! The table's Swedish words for how exact a figure is and how it was read, in the profile's words.

use super::error::FaultKind;

/// How exactly a figure was given.
#[derive(Debug, PartialEq, Eq)]
pub struct Exactness {
    /// The profile's word; none for a figure given as it is.
    pub qualifier: Option<&'static str>,
    /// What else the source says the figure is, where it contradicts itself.
    pub other_value: Option<String>,
}

/// What the column `value_qualifier` means.
pub fn exactness(words: &str) -> Result<Exactness, FaultKind> {
    if let Some(rest) = words.strip_prefix("källan motsäger sig (") {
        let other = rest.split([' ', ')']).next().unwrap_or_default();
        return Ok(Exactness { qualifier: Some("contradicted"), other_value: Some(other.to_owned()) });
    }
    let qualifier = match words {
        "exakt" => None,
        "drygt" => Some("just_over"),
        "över" => Some("over"),
        "cirka" => Some("about"),
        "närmare" => Some("nearly"),
        "nästan" => Some("almost"),
        "hälften" | "hälften (rubrik)" => Some("half"),
        "var femte" => Some("one_in_5"),
        "var tionde" => Some("one_in_10"),
        "avrundat" => Some("rounded"),
        "beräknat" => Some("derived"),
        _ => return Err(FaultKind::UnknownQualifier(words.to_owned())),
    };
    Ok(Exactness { qualifier, other_value: None })
}

/// Read in somebody's account of the authority's text.
pub const SECONDARY: &str = "secondary";

/// What the column `verification` means.
pub fn reading(word: &str) -> Result<&'static str, FaultKind> {
    match word {
        "READ_PRIMARY" => Ok("primary"),
        "READ_PRIMARY_MIRROR" => Ok("primary_mirror"),
        "READ_SECONDARY" => Ok(SECONDARY),
        "DERIVED" => Ok("derived"),
        _ => Err(FaultKind::UnknownReading(word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_contradicts_itself_keeps_its_other_value() {
        let found = exactness("källan motsäger sig (22,9 i nästa stycke)");
        assert_eq!(found, Ok(Exactness { qualifier: Some("contradicted"), other_value: Some("22,9".into()) }));
    }

    #[test]
    fn a_word_without_meaning_is_not_guessed_at() {
        assert_eq!(exactness("ungefär"), Err(FaultKind::UnknownQualifier("ungefär".into())));
        assert!(reading("READ_TWICE").is_err());
    }
}
