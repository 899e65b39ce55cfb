//! The faults of a package of tables and its schemas, each with its facts and no sentence.

use crate::load::{encoding::Encoding, fault::Fault, table::rows::RowName};

/// What was wrong with a package, or with its tables by their schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageFault {
    /// The archive, or a file of it, can't be unpacked; in the library's words.
    NotZip(String),
    /// There is no `datapackage.json`, and no schema.
    NoDescriptor,
    /// No resource is a table that can be read.
    NoTables,
    /// A path that leads out of the package.
    OutsidePackage(String),
    /// A resource that is somewhere on the network: it is not fetched.
    Remote(String),
    /// A file that the descriptor names and that is not there.
    NoSuchFile(String),
    /// A file that stands twice among those of one table.
    RepeatedPath(String),
    /// A file of a table in several has other columns than the first.
    OtherColumns {
        /// How many the first has.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// A file of a table in several has no header: its first row is read as a row.
    NoHeader,
    /// A file of a table in several was read in another encoding than the first.
    OtherEncoding(Encoding),
    /// A resource in a format that is not read.
    OtherFormat(String),
    /// A name of an encoding that we do not know; it was found out.
    UnknownEncoding(String),
    /// A field of the schema that the table lacks.
    NoSuchField(String),
    /// A column of the table that the schema lacks.
    UnknownColumn(String),
    /// The fields stand in another order than the schema's.
    OtherOrder,
    /// A type of a field that we do not know.
    UnknownType(String),
    /// Texts that are not of the type of their field.
    WrongType {
        /// The type.
        expected: &'static str,
        /// The first such text.
        text: String,
        /// How many rows have such a text.
        n_rows: usize,
    },
    /// Texts against a rule of the schema.
    AgainstRule {
        /// The rule.
        rule: Rule,
        /// The first such text.
        text: String,
        /// How many rows have such a text.
        n_rows: usize,
    },
    /// A rule that is not checked here.
    NotChecked(&'static str),
    /// A pattern that is not checked here: it cannot be read, or asks for too much work.
    PatternNotChecked(String),
    /// A key that points at a resource or a field that is not there.
    NoSuchKey(String),
    /// Codes that are not in their code list.
    NotInList {
        /// The code list.
        list: String,
        /// The first such code.
        code: String,
        /// How many codes.
        n_codes: usize,
    },
    /// Two rows have the same primary key.
    RepeatedKey {
        /// The row of the first.
        first: RowName,
    },
}

/// A rule for the texts of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// There must be one.
    Required,
    /// Each must be unlike the others.
    Unique,
    /// One of these.
    Enum(Vec<String>),
    /// Not below this.
    Minimum(String),
    /// Not above this.
    Maximum(String),
    /// At least so many letters.
    MinLength(usize),
    /// At most so many letters.
    MaxLength(usize),
    /// As this pattern has it.
    Pattern(String),
}

impl From<PackageFault> for Fault {
    fn from(fault: PackageFault) -> Self {
        Self::Package(Box::new(fault))
    }
}
