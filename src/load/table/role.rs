//! What one column seems to be, by itself: its header, its texts, its numbers.

use super::{
    area::{self, AreaCodes},
    column::Column,
    mapping::{CodeForm, Reason, Role},
    period, words,
};
use crate::model::dimension::DimensionKind;

/// What one column is, by itself.
pub fn role(column: &Column, id: &str, has_numbers: bool, is_beside_numbers: bool) -> (Role, Reason) {
    let header = column.header.as_str();
    let other = || DimensionKind::Other(id.to_owned());
    if column.filled().next().is_none() {
        return (Role::Ignored, Reason::Empty);
    }
    let longest = column.filled().map(|text| text.chars().count()).max().unwrap_or_default();
    if words::is_status(header) && longest <= 4 {
        return (Role::Status { of: None }, Reason::Header);
    }
    let areas = area::of(column.filled());
    let are_periods = column.filled().all(|text| period::key(text).is_some());
    match words::kind_of_header(header) {
        Some(DimensionKind::Area) => return (area_role(areas), Reason::Header),
        Some(DimensionKind::Period) if are_periods || !has_numbers => {
            return (Role::dimension(DimensionKind::Period), Reason::Header);
        }
        Some(kind) if kind != DimensionKind::Period => return (Role::dimension(kind), Reason::Header),
        _ => {}
    }
    if has_numbers {
        if let Some((period, measure)) = period::in_header(header) {
            let measure = Some(measure).filter(|measure| !measure.is_empty());
            return (Role::Measure { measure, period: Some(period) }, Reason::PeriodInHeader);
        }
        return number_role(column, other(), areas, are_periods);
    }
    if words::are_sexes(column.filled()) {
        return (Role::dimension(DimensionKind::Sex), Reason::SexWords);
    }
    if words::is_measure_names(header) {
        return (Role::MeasureNames, Reason::Header);
    }
    if are_periods {
        return (Role::dimension(DimensionKind::Period), Reason::Periods);
    }
    if areas.is_some() {
        return (area_role(areas), Reason::AreaCodes);
    }
    match column.has_empty() {
        true if longest <= 2 && is_beside_numbers => (Role::Status { of: None }, Reason::Signs),
        true if longest > 40 => (Role::Ignored, Reason::Remarks),
        _ => (Role::dimension(other()), Reason::Texts),
    }
}

fn area_role(areas: Option<AreaCodes>) -> Role {
    let codes = match areas {
        Some(AreaCodes::ZerosLost) => CodeForm::ZerosLost,
        Some(AreaCodes::WithNames) => CodeForm::CodeAndName,
        Some(AreaCodes::Whole) | None => CodeForm::AsWritten,
    };
    Role::Dimension { kind: DimensionKind::Area, codes }
}

/// What a column of numbers is: figures, or codes that look like numbers.
fn number_role(column: &Column, other: DimensionKind, areas: Option<AreaCodes>, are_periods: bool) -> (Role, Reason) {
    let header = column.header.as_str();
    if words::is_numbers(header) {
        return (Role::MEASURE, Reason::Header);
    }
    let has_zeros =
        |text: &str| text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if column.filled().any(has_zeros) {
        return match areas {
            Some(AreaCodes::Whole) => (area_role(areas), Reason::AreaCodes),
            _ => (Role::dimension(other), Reason::LeadingZeros),
        };
    }
    if words::is_coded(header) {
        return (Role::dimension(other), Reason::Header);
    }
    if are_periods && !column.has_empty() {
        return (Role::dimension(DimensionKind::Period), Reason::Periods);
    }
    (Role::MEASURE, Reason::Numbers)
}
