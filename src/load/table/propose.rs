//! A guess at what each column is, with its reason: for the reader to look at and change.

use std::collections::HashSet;

use super::{
    Table, area,
    column::Column,
    evidence::Evidence,
    fault::TableFault,
    mapping::{CodeForm, ColumnMapping, Mapping, Reason, Role},
    number::{Decimal, NumberForm},
    pairs,
    role::role,
};
use crate::{
    load::complaint::{Complaint, Complaints},
    model::{
        dimension::DimensionKind,
        measure::MeasureKind,
        text::{Language, Text},
    },
};

/// What each column seems to be, and what the reader should look at.
pub fn propose(table: &Table) -> (Mapping, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let language = Language::Swedish;
    let mut columns = names(table, language, &mut complaints);
    let numbers: Vec<Option<Evidence>> = table.columns.iter().map(number_evidence).collect();
    for (number, mapped) in columns.iter_mut().enumerate() {
        let Some(column) = table.columns.get(number) else { continue };
        let is_beside_numbers =
            number.checked_sub(1).and_then(|before| numbers.get(before)).is_some_and(Option::is_some);
        let has_numbers = numbers.get(number).is_some_and(Option::is_some);
        (mapped.role, mapped.reason) = role(column, &mapped.id, has_numbers, is_beside_numbers);
    }
    let mut mapping = Mapping { columns, language };
    look_at_all(table, &mut mapping);
    pairs::find_labels(table, &mut mapping);
    pairs::find_told(table, &mut mapping);
    let last_of = |mapping: &Mapping, before: usize| {
        (0..before).rev().find(|at| mapping.columns.get(*at).is_some_and(ColumnMapping::is_measure))
    };
    let n_measures = mapping.columns.iter().filter(|mapped| mapped.is_measure()).count();
    for number in 0..mapping.columns.len() {
        let before = last_of(&mapping, number).filter(|_| n_measures > 1);
        let Some(mapped) = mapping.columns.get_mut(number) else { continue };
        match &mut mapped.role {
            Role::Measure { .. } => {
                let evidence = numbers.get(number).cloned().flatten().unwrap_or_default();
                write_numbers(table, number, mapped, &evidence, &mut complaints);
            }
            Role::Status { of } => *of = before,
            Role::Ignored if mapped.reason != Reason::Empty => {
                complaints
                    .note(table.header_place(number), TableFault::LeftOut(table.header(number).to_owned()).into());
            }
            _ => {}
        }
        complain_of_areas(table, number, mapped, &mut complaints);
    }
    (mapping, complaints.finish())
}

/// Ids and labels: the headers, each unlike the others.
fn names(table: &Table, language: Language, complaints: &mut Complaints) -> Vec<ColumnMapping> {
    let mut taken = HashSet::new();
    let mut columns = Vec::new();
    for (number, column) in table.columns.iter().enumerate() {
        let place = table.header_place(number);
        let at = number.saturating_add(1);
        let header = column.header.trim();
        let (mut id, mut label) = (header.to_owned(), Text::new(language, header));
        if header.is_empty() {
            id = format!("column_{at}");
            label = Text::new(Language::Swedish, format!("Kolumn {at}")).translated(format!("Column {at}"));
            if column.filled().next().is_some() {
                complaints.note(place.clone(), TableFault::UnnamedColumn.into());
            }
        }
        if taken.contains(&id) {
            complaints.warn(place, TableFault::RepeatedHeader(id.clone()).into());
            id = format!("{id}_{at}");
        }
        taken.insert(id.clone());
        columns.push(ColumnMapping::new(id, label));
    }
    columns
}

/// What the numbers of a column tell, where at least half of its filled rows are numbers.
pub fn number_evidence(column: &Column) -> Option<Evidence> {
    let evidence = Evidence::of(column.filled().map(without_per_cent));
    let forms = [evidence.form(None), NumberForm::with(Decimal::Comma), NumberForm::with(Decimal::Point)];
    let is_number = |text: &str| {
        let bare = without_per_cent(text);
        forms.iter().any(|form| form.parse(bare).is_some())
    };
    let are_numbers: Vec<bool> = column.distinct().map(is_number).collect();
    let are_filled: Vec<bool> = column.distinct().map(|text| !text.is_empty()).collect();
    if !are_numbers.contains(&true) {
        return None;
    }
    // The rows are counted only where some texts are numbers and some are not.
    let is_most = are_numbers == are_filled || {
        let counts = column.counts();
        let n_of = |are: &[bool]| {
            let counted = counts.iter().zip(are).filter(|(_, is)| **is);
            counted.fold(0_usize, |sum, (n, _)| sum.saturating_add(*n))
        };
        n_of(&are_numbers).saturating_mul(2) >= n_of(&are_filled)
    };
    is_most.then_some(evidence)
}

fn without_per_cent(text: &str) -> &str {
    text.strip_suffix('%').map_or(text, str::trim_end)
}

/// What the columns are beside each other.
fn look_at_all(table: &Table, mapping: &mut Mapping) {
    let is_text = |mapped: &ColumnMapping| mapped.is_dimension() && mapped.reason != Reason::Periods;
    let last_text = mapping.columns.iter().rposition(is_text).unwrap_or_default();
    let n_rows = table.n_rows();
    for number in 0..last_text {
        let n_measures = mapping.columns.iter().filter(|mapped| mapped.is_measure()).count();
        let (Some(column), Some(mapped)) = (table.columns.get(number), mapping.columns.get_mut(number)) else {
            continue;
        };
        let is_whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let comes_again = column.n_distinct() <= 200 && column.n_distinct().saturating_mul(2) <= n_rows;
        if mapped.reason == Reason::Numbers
            && n_measures > 1
            && comes_again
            && column.distinct().all(|text| !text.is_empty() && is_whole(text))
        {
            mapped.role = Role::dimension(DimensionKind::Other(mapped.id.clone()));
            mapped.reason = Reason::FewWholeNumbers;
        }
    }
    // Two columns of time cannot both be it: the one whose header says so is.
    let is_period =
        |mapped: &ColumnMapping| matches!(&mapped.role, Role::Dimension { kind: DimensionKind::Period, .. });
    let has_period =
        |mapping: &Mapping| mapping.columns.iter().any(|mapped| is_period(mapped) && mapped.reason == Reason::Header);
    let is_said = has_period(mapping);
    let mut is_first = !is_said;
    for mapped in &mut mapping.columns {
        if is_period(mapped) && mapped.reason == Reason::Periods {
            if !is_first {
                (mapped.role, mapped.reason) = (Role::MEASURE, Reason::Numbers);
            }
            is_first = false;
        }
    }
    let has_period = mapping.columns.iter().any(is_period);
    let n_measures = mapping.columns.iter().filter(|mapped| mapped.is_measure()).count();
    let mut has_names = false;
    for mapped in &mut mapping.columns {
        match &mapped.role {
            // A column of periods, and a period in a header too: then the header only names the column.
            Role::Measure { period: Some(_), .. } if has_period => {
                (mapped.role, mapped.reason) = (Role::MEASURE, Reason::Numbers);
            }
            Role::MeasureNames if n_measures != 1 || has_names => {
                mapped.role = Role::dimension(DimensionKind::Other(mapped.id.clone()));
                mapped.reason = Reason::Texts;
            }
            Role::MeasureNames => has_names = true,
            _ => {}
        }
    }
}

/// How the numbers of a column are written, and a word where they can be read in two ways.
fn write_numbers(
    table: &Table,
    number: usize,
    mapped: &mut ColumnMapping,
    evidence: &Evidence,
    complaints: &mut Complaints,
) {
    let place = table.header_place(number);
    mapped.number = match table.decimal.filter(|_| table.is_decimal_given) {
        Some(decimal) => evidence.form_with(decimal),
        None => evidence.form(table.decimal),
    };
    let decimal = match mapped.number.decimal {
        ',' => Decimal::Comma,
        _ => Decimal::Point,
    };
    if evidence.comma.n > 0 && evidence.point.n > 0 {
        let (comma, point) = (evidence.comma.first.clone(), evidence.point.first.clone());
        complaints.warn(place.clone(), TableFault::TwoDecimals { comma, point, taken: decimal }.into());
    }
    if let Some(text) = evidence.ambiguous().filter(|_| !table.is_decimal_given) {
        complaints.warn(place, TableFault::AmbiguousNumber { text: text.to_owned(), decimal }.into());
    }
    let column = table.columns.get(number);
    // A zero is one with or without the sign.
    let is_zero = |text: &str| mapped.number.parse(text) == Some(0.0);
    let is_per_cent =
        |text: &str| text.ends_with('%') || is_zero(text) || !text.bytes().any(|byte| byte.is_ascii_digit());
    let has_per_cent = column
        .is_some_and(|column| column.filled().all(is_per_cent) && column.filled().any(|text| text.ends_with('%')));
    if has_per_cent {
        mapped.number.has_affixes = true;
        mapped.unit = Some(Text::new(Language::Swedish, "%"));
        mapped.kind = MeasureKind::Share;
    }
}

/// Says where zeros are put back, and where codes are those of no place.
fn complain_of_areas(table: &Table, number: usize, mapped: &ColumnMapping, complaints: &mut Complaints) {
    let (Some(column), Role::Dimension { kind: DimensionKind::Area, codes }) =
        (table.columns.get(number), &mapped.role)
    else {
        return;
    };
    let place = table.header_place(number);
    if *codes == CodeForm::ZerosLost {
        let mut repaired = column.filled().filter_map(|text| Some((text, area::with_zero(text)?)));
        if let Some((before, after)) = repaired.next() {
            let n_codes = repaired.count().saturating_add(1);
            let (header, before) = (column.header.clone(), before.to_owned());
            complaints.warn(place, TableFault::ZerosLost { header, before, after, n_codes }.into());
        }
        return;
    }
    let is_digits = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut wrong = column.filled().filter(is_digits).filter(|text| !area::is_code(text));
    if *codes == CodeForm::AsWritten
        && let Some(code) = wrong.next()
    {
        let n_codes = wrong.count().saturating_add(1);
        complaints.warn(place, TableFault::NoSuchArea { code: code.to_owned(), n_codes }.into());
    }
}
