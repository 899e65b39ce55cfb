//! One made-up home and what each year's inspection found: the records that are counted and never published.

/// The years of the demonstration.
pub const YEARS: [&str; 5] = ["2018", "2019", "2020", "2021", "2022"];

/// A type of home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeType {
    /// Residential care home.
    Hvb,
    /// Supported accommodation.
    Stodboende,
    /// Residential arrangement with special service.
    Bmss,
    /// Special residential home for young people: the state's.
    Sis,
}

/// Who runs the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// A company, foundation or association.
    Private,
    /// A municipality.
    Municipal,
    /// The state.
    State,
}

/// Whom the home takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Girls only.
    Girls,
    /// Boys only.
    Boys,
    /// Girls and boys.
    Both,
}

/// One home.
#[derive(Clone, Debug)]
pub struct Home {
    /// The code of the municipality it lies in.
    pub municipality: String,
    /// What type of home it is.
    pub home_type: HomeType,
    /// Who runs it.
    pub ownership: Ownership,
    /// Whom it takes.
    pub takes: Takes,
    /// Year by year, by the place of the year: none where it was not inspected.
    pub inspections: [Option<Inspection>; YEARS.len()],
}

/// What one year's inspection says.
#[derive(Clone, Copy, Debug)]
pub struct Inspection {
    /// Violence or abuse was found.
    pub is_found: bool,
    /// Days that children were in care there.
    pub care_days: u32,
}

impl HomeType {
    /// The category in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hvb => "hvb",
            Self::Stodboende => "stodboende",
            Self::Bmss => "bmss",
            Self::Sis => "sis",
        }
    }
}

impl Ownership {
    /// The category in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Private => "privat",
            Self::Municipal => "kommunal",
            Self::State => "statlig",
        }
    }
}

impl Takes {
    /// The category in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Girls => "K",
            Self::Boys => "M",
            Self::Both => "KM",
        }
    }
}
