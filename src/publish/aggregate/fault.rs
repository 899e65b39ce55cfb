//! What can be wrong with a specification or with records: the place, what was found, and what to do.

use crate::{
    model::text::Language,
    words::aggregate::{self as words, files, parts, specification},
};

/// One thing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FaultKind,
}

/// Where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The specification as a whole.
    Spec,
    /// A place in its text, from 1.
    Text(usize, usize),
    /// Records, by name.
    Records(String),
    /// A join, counted from 1.
    Join(usize),
    /// A dimension, by id.
    Dimension(String),
    /// A measure, by id.
    Measure(String),
    /// A table, by id.
    Table(String),
    /// A provision of law, by name.
    Law(String),
    /// A file.
    File(String),
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Records.
    Records,
    /// A column.
    Column,
    /// A dimension.
    Dimension,
    /// A measure.
    Measure,
    /// A category.
    Category,
    /// A table.
    Table,
    /// An area.
    Area,
    /// A provision of law.
    Law,
}

/// What was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// No TOML, or a word that no specification has; in the words of who read it.
    NotUnderstood(String),
    /// A name that no specification has.
    UnknownKey(String),
    /// A file can't be read or written; in the system's words.
    Io(String),
    /// There is no such thing.
    NoSuch {
        /// What it should be.
        what: Named,
        /// Its name.
        id: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// Two have the same name.
    Twice(Named, String),
    /// Nothing of it is there.
    Nothing(Named),
    /// Not of the form `records.column`.
    NotAColumn(String),
    /// Records that are led to need a key.
    NoKey(String),
    /// No join leads there from the records that are counted.
    NoWay {
        /// The records that are counted.
        from: String,
        /// The records that are asked.
        to: String,
    },
    /// Two joins lead there.
    TwoWays(String),
    /// A dimension needs either `column` or `columns`.
    ColumnOrColumns,
    /// Categories hold numbers, but not each of them, or they overlap.
    BadSpans,
    /// A code is a part of itself.
    Circle(String),
    /// A record's value means two categories.
    TwoMeanings(String),
    /// A word that is none of these.
    UnknownWord {
        /// The word.
        word: String,
        /// The ones there are.
        expected: Vec<String>,
    },
    /// A measure counts one thing.
    NotOneAmount,
    /// A condition has either `is` or `is_not`.
    NotOneCondition,
    /// A quantile is between 0 and 1.
    BadQuantile,
    /// A year, a month or a day.
    NotADate(String),
    /// A share or a rate needs both parts, each a measure of the table with cells.
    BadRatio(String),
    /// A text is not there in Swedish.
    NoSwedish(String),
    /// A dimension without a total is in every margin.
    NotInMargin(String),
    /// `area:county` is for areas.
    NoLevel(String),
    /// More cells than a file may have.
    TooManyCells(usize),
    /// The name of a file has letters that not every computer knows.
    BadFileName(String),
    /// No file holds these records.
    NoFiles,
    /// A file that is of no records.
    WhoseFile(Vec<String>),
    /// Files with different columns.
    OtherColumns(String),
    /// So many keys, in a band, that more than one record has.
    KeyTwice(String, u64),
    /// Nothing was counted: every record was left out.
    AllLeftOut,
    /// The engine's own words.
    Engine(String),
    /// A table lies there that this command has not made.
    IsThere,
    /// The program was built without the engine.
    NoEngine,
}

impl Fault {
    /// A fault of this place.
    pub fn new(place: Place, kind: FaultKind) -> Self {
        Self { place, kind }
    }

    /// A fault in the text of the specification.
    pub fn in_text(line: usize, column: usize, why: &str) -> Self {
        Self::new(Place::Text(line, column), FaultKind::NotUnderstood(why.to_owned()))
    }

    /// The sentence: where, what, and what to do.
    pub fn said(&self, language: Language) -> String {
        let said = self.kind.said(language);
        match self.place.said(language) {
            Some(place) => format!("{place}: {said}"),
            None => said,
        }
    }
}

impl Place {
    fn said(&self, language: Language) -> Option<String> {
        Some(match self {
            Self::Spec => return None,
            Self::Text(line, column) => specification::line_and_column(*line, *column, language),
            Self::Records(name) => format!("[[records]] {name}"),
            Self::Join(number) => format!("[[join]] {number}"),
            Self::Dimension(id) => format!("[[dimension]] {id}"),
            Self::Measure(id) => format!("[[measure]] {id}"),
            Self::Table(id) => format!("[[table]] {id}"),
            Self::Law(id) => format!("[law.{id}]"),
            Self::File(path) => path.clone(),
        })
    }
}

impl Named {
    const fn said(self, language: Language) -> &'static str {
        match self {
            Self::Records => words::records(language),
            Self::Column => words::column(language),
            Self::Dimension => words::dimension(language),
            Self::Measure => words::measure(language),
            Self::Category => words::category(language),
            Self::Table => words::table(language),
            Self::Area => words::area(language),
            Self::Law => words::law(language),
        }
    }
}

impl FaultKind {
    fn said(&self, language: Language) -> String {
        match self {
            Self::NotUnderstood(why) => specification::not_understood(why, language),
            Self::UnknownKey(key) => specification::unknown_key(key, language),
            Self::Io(why) => files::io(why, language),
            Self::NoSuch { what, id, known } => {
                specification::no_such(what.said(language), id, &known.join(", "), language)
            }
            Self::Twice(what, id) => specification::twice(what.said(language), id, language),
            Self::Nothing(what) => specification::nothing(what.said(language), language),
            Self::NotADate(text) => specification::not_a_date(text, language),
            Self::NotAColumn(text) => specification::not_a_column(text, language),
            Self::NoKey(records) => parts::no_key(records, language),
            Self::NoWay { from, to } => parts::no_way(from, to, language),
            Self::TwoWays(to) => parts::two_ways(to, language),
            Self::ColumnOrColumns => parts::column_or_columns(language).to_owned(),
            Self::BadSpans => parts::bad_spans(language).to_owned(),
            Self::Circle(code) => parts::circle(code, language),
            Self::TwoMeanings(value) => parts::two_meanings(value, language),
            Self::UnknownWord { word, expected } => specification::unknown_word(word, &expected.join(", "), language),
            Self::NotOneAmount => parts::not_one_amount(language).to_owned(),
            Self::NotOneCondition => parts::not_one_condition(language).to_owned(),
            Self::BadQuantile => parts::bad_quantile(language).to_owned(),
            Self::BadRatio(id) => parts::bad_ratio(id, language),
            Self::NoSwedish(what) => specification::no_swedish(what, language),
            Self::NotInMargin(dimension) => parts::not_in_margin(dimension, language),
            Self::NoLevel(part) => parts::no_level(part, language),
            Self::TooManyCells(most) => parts::too_many_cells(*most, language),
            Self::BadFileName(id) => parts::bad_file_name(id, language),
            Self::NoFiles => files::no_files(language).to_owned(),
            Self::WhoseFile(known) => files::whose_file(&known.join(", "), language),
            Self::OtherColumns(first) => files::other_columns(first, language),
            Self::KeyTwice(key, n) => files::key_twice(key, &super::report::band(*n).said(language), language),
            Self::AllLeftOut => files::all_left_out(language).to_owned(),
            Self::Engine(why) => files::engine(why, language),
            Self::IsThere => files::is_there(language).to_owned(),
            Self::NoEngine => files::no_engine(language).to_owned(),
        }
    }
}
