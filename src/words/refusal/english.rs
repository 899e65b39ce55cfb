//! The reasons of a refusal in English.

use super::way::follows;
use crate::{
    gate::{
        personal::Personal,
        reason::{CellName, Contributor, DatasetText, Part, Reason, TextPlace},
    },
    model::text::Language,
};

/// Which rule, where, and what to do.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Unprotected => {
            "The file was counted from records and has not been protected. Run insyn protect on it first.".to_owned()
        }
        Reason::ThresholdUnderFloor { declared, floor } => format!(
            "The file has the threshold {declared}, but the lowest accepted is {floor}. Hide counts under {floor}, and give at least that threshold under “disclosure”."
        ),
        Reason::SmallCount { cell: name, threshold, is_taken_for_count } => {
            let said = format!(
                "{}: The count is under {threshold} but not zero, and could single somebody out. Hide it, and more cells if it could be worked out, or merge groups.",
                cell(name)
            );
            match is_taken_for_count {
                true => {
                    said + " The file does not say what the measure is, so whole numbers are taken for counts of children: if they are not, write “kind” and “protected_unit” in the profile."
                }
                false => said,
            }
        }
        Reason::CountFromShare { cell: name, denominator, threshold } => format!(
            "{}: The share and “{denominator}” together give a count under {threshold}. Hide the share too, or give it with fewer decimals.",
            cell(name)
        ),
        Reason::HiddenFollows { cell: name, exposure, withheld, way } => {
            format!("{}: {}", cell(name), follows(name, *exposure, *withheld, way, Language::English))
        }
        Reason::WholeGroup { cell: name, is_all: true, under } => format!(
            "{}: All in a group of fewer than {under} have the answer, and so it is known of each of them. Hide the count, and more cells so that it cannot be worked out, or merge groups.",
            cell(name)
        ),
        Reason::WholeGroup { cell: name, is_all: false, under } => format!(
            "{}: None in a group of fewer than {under} has what all should have, and so it is known of each of them. Hide the count, and more cells so that it cannot be worked out, or merge groups.",
            cell(name)
        ),
        Reason::ShareOfFew { cell: name, least } => {
            format!("{}: The share is of fewer than {least} persons. Hide it, or merge groups.", cell(name))
        }
        Reason::FewContributors { cell: name, of, least } => {
            let few = match of {
                Contributor::Homes => format!("fewer than {least} homes"),
                Contributor::Operators => format!("fewer than {least} operators"),
            };
            format!(
                "{}: Behind the figure stand {few}, and one of them could work out the others’. Hide it, and more cells so that it cannot be worked out, or merge groups.",
                cell(name)
            )
        }
        Reason::Dominated { cell: name, most } => format!(
            "{}: One single home accounts for more than {most} per cent of the figure. Hide it, and more cells so that it cannot be worked out, or merge groups.",
            cell(name)
        ),
        Reason::HomeByHome { dimension } => format!(
            "The dimension “{dimension}” has a category for each home. Figures about children, cases, staff or homes are published for groups of homes: merge into areas, types or ownerships."
        ),
        Reason::Records { dimension, n } => format!(
            "The dimension “{dimension}” has one row for each of its {n} categories: they look like single cases, not like statistics. Add up to groups and remove the dimension."
        ),
        Reason::SeveralSigns { signs } => format!(
            "The file has several signs for hidden figures ({}), and they may tell which are small. Use the same sign for all hidden figures.",
            signs.join(" ")
        ),
        Reason::PersonalData { place: where_it_is, kind } => {
            format!("{}: There is something here that looks like {}. Remove it.", place(where_it_is), personal(*kind))
        }
        Reason::UnsafeAddress { place: where_it_is } => {
            format!(
                "{}: The address is not one of the web. It should begin with https:// or http://.",
                place(where_it_is)
            )
        }
    }
}

fn cell(name: &CellName) -> String {
    super::cell(name, Language::English)
}

fn personal(kind: Personal) -> &'static str {
    match kind {
        Personal::IdentityNumber => "a personal identity number",
        Personal::EmailAddress => "an e-mail address",
        Personal::Coordinates => "coordinates",
        Personal::PhoneNumber => "a phone number",
    }
}

fn place(place: &TextPlace) -> String {
    match place {
        TextPlace::Dataset(text) => dataset(*text).to_owned(),
        TextPlace::Source(number) => format!("Source {number}"),
        TextPlace::Dimension(id, part_of_it) => format!("{} dimension “{id}”", part(*part_of_it)),
        TextPlace::Category(id, code, part_of_it) => {
            format!("{} category “{code}” of dimension “{id}”", part(*part_of_it))
        }
        TextPlace::Measure(id, part_of_it) => format!("{} measure “{id}”", part(*part_of_it)),
        TextPlace::Cell(name) => format!("A remark on {}", cell(name)),
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Code => "The code of",
        Part::Label => "The name of",
        Part::Unit => "The unit of",
        Part::Note => "A note on",
        Part::Break => "The reason for the break in",
    }
}

fn dataset(text: DatasetText) -> &'static str {
    match text {
        DatasetText::Id => "The name of the file",
        DatasetText::Title => "The title",
        DatasetText::RegistryNumber => "A registry number",
        DatasetText::Publisher => "The publisher",
        DatasetText::Licence => "The licence",
        DatasetText::Updated => "The day of the update",
        DatasetText::Population => "The description of what was examined",
        DatasetText::Comparison => "A reason about comparability",
        DatasetText::Disclosure => "The description of the disclosure control",
        DatasetText::Event => "A dated event",
        DatasetText::LegalBasis => "A provision of law",
        DatasetText::Note => "A note on the table",
    }
}
