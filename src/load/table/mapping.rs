//! What each column of a table is: proposed, shown to the reader, and changed by them.

use std::collections::BTreeMap;

use super::number::NumberForm;
use crate::model::{
    dimension::DimensionKind,
    figure::{Absence, Flags},
    measure::MeasureKind,
    text::{Language, Text},
};

/// What each column is, in the order of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// One for each column.
    pub columns: Vec<ColumnMapping>,
    /// The language of the file's texts.
    pub language: Language,
}

/// What one column is.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnMapping {
    /// What it is.
    pub role: Role,
    /// Why it was taken for that.
    pub reason: Reason,
    /// Its id in the cube: the header, made unlike the others.
    pub id: String,
    /// What the reader calls it.
    pub label: Text,
    /// How its numbers are written.
    pub number: NumberForm,
    /// Texts that stand for something else than themselves: no number, or a flag in a status column.
    pub signs: BTreeMap<String, Meaning>,
    /// The unit of its numbers, in words.
    pub unit: Option<Text>,
    /// Decimals to show; none: as many as the numbers have.
    pub decimals: Option<u8>,
    /// What sort of numbers they are.
    pub kind: MeasureKind,
    /// Names of its codes, from a code list.
    pub labels: BTreeMap<String, String>,
    /// Notes on it.
    pub notes: Vec<Text>,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It tells the rows apart.
    Dimension {
        /// What it is about.
        kind: DimensionKind,
        /// How its codes stand.
        codes: CodeForm,
    },
    /// Its numbers are the figures.
    Measure {
        /// The measure, by id; none: the column's own.
        measure: Option<String>,
        /// The period of its numbers, where the header says it.
        period: Option<String>,
    },
    /// It names the measure of each row.
    MeasureNames,
    /// Its signs say something of the numbers in the row.
    Status {
        /// The number column it is about; none: all of them.
        of: Option<usize>,
    },
    /// The names of another column's codes.
    Label {
        /// That column.
        of: usize,
    },
    /// It is not read.
    Ignored,
}

impl Role {
    /// A column of numbers that is a measure of its own.
    pub const MEASURE: Self = Self::Measure { measure: None, period: None };

    /// A dimension of this kind, with its codes as they stand.
    pub const fn dimension(kind: DimensionKind) -> Self {
        Self::Dimension { kind, codes: CodeForm::AsWritten }
    }
}

/// How codes stand in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeForm {
    /// As they are.
    #[default]
    AsWritten,
    /// Codes of places without their first zero, which is put back.
    ZerosLost,
    /// Code and name in one: "0114 Upplands Väsby".
    CodeAndName,
}

/// What a sign means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// There is no number, and why.
    Absent(Absence),
    /// Something is said of the number beside it.
    Flags(Flags),
}

/// Why a column was taken for what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its header says so.
    Header,
    /// The header is a period, and the column has numbers.
    PeriodInHeader,
    /// Its codes are those of Swedish counties and municipalities.
    AreaCodes,
    /// All of it is years, quarters, months or dates.
    Periods,
    /// Its words are those for girls and boys, women and men.
    SexWords,
    /// Its digits begin with zeros, as codes do and numbers do not.
    LeadingZeros,
    /// Few whole numbers that come again and again, before a column of texts.
    FewWholeNumbers,
    /// It has numbers.
    Numbers,
    /// It has texts.
    Texts,
    /// Each code of that column has one text here.
    NamesOf(usize),
    /// It has short signs beside numbers.
    Signs,
    /// That column's codes tell it already.
    ToldBy(usize),
    /// Some of its rows are empty, and its texts are long: remarks.
    Remarks,
    /// It is empty.
    Empty,
    /// The file's schema says so.
    Schema,
    /// The reader said so.
    Chosen,
}

impl ColumnMapping {
    /// A column that is not read, to be filled in.
    pub fn new(id: String, label: Text) -> Self {
        Self {
            role: Role::Ignored,
            reason: Reason::Empty,
            id,
            label,
            number: NumberForm::default(),
            signs: BTreeMap::new(),
            unit: None,
            decimals: None,
            kind: MeasureKind::Unknown,
            labels: BTreeMap::new(),
            notes: Vec::new(),
        }
    }

    /// Whether its numbers are figures.
    pub const fn is_measure(&self) -> bool {
        matches!(self.role, Role::Measure { .. })
    }

    /// Whether it tells the rows apart.
    pub const fn is_dimension(&self) -> bool {
        matches!(self.role, Role::Dimension { .. })
    }
}
