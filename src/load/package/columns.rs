//! What each column is, by its schema: proposed as for any table, and then as the schema says.

use super::{
    fault::PackageFault,
    pattern, rules,
    schema::{Field, Matching, Schema},
};
use crate::{
    load::{
        complaint::{Complaint, Complaints, Place},
        fault::Fault,
        table::{
            Mapping, Table,
            fault::TableFault,
            legend,
            mapping::{ColumnMapping, Meaning, Reason, Role},
            number::NumberForm,
            propose,
        },
    },
    model::{dimension::DimensionKind, figure::Absence, text::Text},
};

/// The mapping of a table by its schema.
pub fn mapping(table: &Table, schema: &Schema, complaints: &mut Complaints) -> Mapping {
    let (mut mapping, proposed) = propose(table);
    let fields = matched(table, schema, complaints);
    for Complaint { severity, place, fault } in proposed {
        // How numbers are written the schema says.
        let is_of_numbers = match &fault {
            Fault::Table(fault) => {
                matches!(**fault, TableFault::AmbiguousNumber { .. } | TableFault::TwoDecimals { .. })
            }
            _ => false,
        };
        if !is_of_numbers {
            complaints.add(severity, place, fault);
        }
    }
    let mut work = pattern::WORK;
    for (number, field) in fields.iter().enumerate() {
        let (Some(field), Some(mapped)) = (field, mapping.columns.get_mut(number)) else { continue };
        describe(field, schema, mapped, mapping.language, || table.header_place(number), complaints);
        let is_key =
            schema.primary_key.contains(&field.name) || schema.foreign_keys.iter().any(|key| key.field == field.name);
        take_type(field, is_key, !schema.primary_key.is_empty(), mapped, || table.header_place(number), complaints);
        rules::check(table, number, field, mapped, &mut work, complaints);
    }
    rules::check_key(table, schema, complaints);
    mapping
}

/// The field of each column, and complaints where they do not agree.
fn matched<'s>(table: &Table, schema: &'s Schema, complaints: &mut Complaints) -> Vec<Option<&'s Field>> {
    let find = |header: &str| {
        let by_name = schema.fields.iter().position(|field| field.name == header);
        by_name.or_else(|| schema.fields.iter().position(|field| field.title.as_deref() == Some(header)))
    };
    let found: Vec<Option<usize>> = table.columns.iter().map(|column| find(&column.header)).collect();
    let matching = schema.matching;
    for (number, field) in found.iter().enumerate() {
        if field.is_none() && !matches!(matching, Matching::Subset | Matching::Partial) {
            let fault = PackageFault::UnknownColumn(table.header(number).to_owned());
            complaints.warn(table.header_place(number), fault.into());
        }
    }
    for (number, field) in schema.fields.iter().enumerate() {
        if !found.contains(&Some(number)) && !matches!(matching, Matching::Superset | Matching::Partial) {
            complaints.warn(Place::File, PackageFault::NoSuchField(field.name.clone()).into());
        }
    }
    if matching == Matching::Exact && !found.iter().flatten().is_sorted() {
        complaints.note(Place::File, PackageFault::OtherOrder.into());
    }
    found.into_iter().map(|field| schema.fields.get(field?)).collect()
}

/// Label, notes, signs and names of codes.
fn describe(
    field: &Field,
    schema: &Schema,
    mapped: &mut ColumnMapping,
    language: crate::model::text::Language,
    place: impl Fn() -> Place,
    complaints: &mut Complaints,
) {
    if let Some(title) = &field.title {
        mapped.label = Text::new(language, title);
    }
    mapped.notes.extend(field.description.iter().map(|words| Text::new(language, words)));
    mapped.labels.extend(field.categories.iter().cloned());
    for (sign, words) in field.missing.as_ref().unwrap_or(&schema.missing) {
        let meaning = match words {
            None => Meaning::Absent(Absence::Missing),
            Some(words) => legend::meaning(words).unwrap_or_else(|| {
                if !sign.is_empty() {
                    let fault = TableFault::UnknownMeaning { sign: sign.clone(), words: words.clone() };
                    complaints.note(place(), fault.into());
                }
                Meaning::Absent(Absence::UnknownSymbol(sign.clone()))
            }),
        };
        mapped.signs.insert(sign.clone(), meaning);
    }
}

/// What the type says that the column is.
fn take_type(
    field: &Field,
    is_key: bool,
    has_key: bool,
    mapped: &mut ColumnMapping,
    place: impl Fn() -> Place,
    complaints: &mut Complaints,
) {
    let other = || Role::dimension(DimensionKind::Other(mapped.id.clone()));
    let is_open = matches!(mapped.role, Role::Dimension { .. } | Role::Measure { .. });
    let role = match field.kind.as_str() {
        "number" | "integer" => {
            mapped.number = NumberForm {
                decimal: field.decimal.unwrap_or('.'),
                group: field.group,
                has_affixes: field.has_affixes,
            };
            match &mapped.role {
                Role::Measure { .. } if is_key => Some(other()),
                // Whole numbers may be codes; in a table with a key they are not unless they are in it.
                Role::Dimension { .. } if !is_key && (field.kind == "number" || has_key) => Some(Role::MEASURE),
                _ => None,
            }
        }
        "year" | "yearmonth" | "date" | "datetime" if is_open => Some(Role::dimension(DimensionKind::Period)),
        "string" | "any" | "boolean" | "list" => matches!(mapped.role, Role::Measure { .. }).then(other),
        "year" | "yearmonth" | "date" | "datetime" | "time" | "duration" | "object" | "array" | "geopoint"
        | "geojson" => None,
        unknown => {
            complaints.note(place(), PackageFault::UnknownType(unknown.to_owned()).into());
            None
        }
    };
    if let Some(role) = role {
        (mapped.role, mapped.reason) = (role, Reason::Schema);
    }
}
