//! The forms that fixed texts are written in: a name, the Swedish, the English; or a pair to pick from.

/// Makes a function of the language for each fixed text. A text without both languages does not match and does not compile.
macro_rules! phrases {
    ($($name:ident: $swedish:literal, $english:literal;)+) => {
        $(
            #[doc = concat!("“", $english, "”")]
            pub const fn $name(language: $crate::model::text::Language) -> &'static str {
                match language {
                    $crate::model::text::Language::Swedish => $swedish,
                    $crate::model::text::Language::English => $english,
                }
            }
        )+
    };
}

/// The Swedish or the English of a pair, in that order: for a text that hangs on more than the language.
pub(super) const fn pick(language: crate::model::text::Language, pair: (&'static str, &'static str)) -> &'static str {
    match language {
        crate::model::text::Language::Swedish => pair.0,
        crate::model::text::Language::English => pair.1,
    }
}
