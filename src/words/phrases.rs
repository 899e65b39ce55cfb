//! The form that fixed texts are written in: a name, the Swedish, the English.

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
