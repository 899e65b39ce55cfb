//! Data packages, versions 1 and 2: `datapackage.json` with its tables, loose or zipped; or a Table Schema beside a table.

pub mod fault;
pub mod schema;

mod columns;
mod descriptor;
mod inline;
mod lists;
mod parts;
mod pattern;
mod rules;

use descriptor::Described;
use fault::PackageFault;
use schema::Schema;

use super::{
    archive::{self, is_inside},
    complaint::{Complaint, Complaints, Place},
    csv::{self, Dialect},
    fault::{Fault, Limit},
    jsonstat::node::Node,
    limits,
    table::{self, Mapping, Table},
};
use crate::model::{cube::Cube, dataset::Dataset, text::Text};

/// A package of tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// What the descriptor says of it all.
    pub dataset: Dataset,
    /// Its tables, in their order.
    pub resources: Vec<Resource>,
}

/// A table of a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Its first file, or its name where it stands in the descriptor.
    pub path: String,
    /// The table.
    pub table: Table,
    /// What its columns are, by its schema.
    pub mapping: Mapping,
    /// Its schema.
    pub schema: Schema,
    /// How its text was read; none where it stands in the descriptor.
    pub dialect: Option<Dialect>,
    /// Whether it only gives the codes of others their names.
    pub is_code_list: bool,
}

impl Package {
    /// The tables of figures.
    pub fn tables(&self) -> impl Iterator<Item = &Resource> {
        self.resources.iter().filter(|resource| !resource.is_code_list)
    }

    /// The cube of one of its tables, and what was wrong with it.
    pub fn cube(&self, resource: &Resource, id: &str) -> (Option<Cube>, Vec<Complaint>) {
        let (cube, complaints) = table::cube(&resource.table, &resource.mapping, id);
        let cube = cube.map(|cube| {
            let mut dataset = Dataset { id: id.to_owned(), ..self.dataset.clone() };
            let title = resource.title.as_ref().filter(|_| self.tables().nth(1).is_some());
            if let Some(title) = title {
                dataset.label = Text::new(resource.mapping.language, title);
            }
            dataset.notes.extend(cube.dataset.notes);
            Cube { dataset, ..cube }
        });
        let within = |one: Complaint| Complaint { place: parts::within(&resource.path, one.place), ..one };
        (cube, complaints.into_iter().map(within).collect())
    }
}

/// The package in these files, or in the one archive; none only after a fatal complaint. Nothing is fetched and nothing is written.
pub fn read(files: &[(String, Vec<u8>)], id: &str) -> (Option<Package>, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let unpacked = match files {
        [(_, bytes)] if archive::is_archive(bytes) => archive::files(bytes, &mut complaints),
        _ => None,
    };
    let files = unpacked.as_deref().unwrap_or(files);
    let package = match complaints.is_fatal() {
        true => None,
        false => package(files, id, &mut complaints),
    };
    (package.filter(|_| !complaints.is_fatal()), complaints.finish())
}

const DESCRIPTOR: &str = "datapackage.json";

fn package(files: &[(String, Vec<u8>)], id: &str, complaints: &mut Complaints) -> Option<Package> {
    let is_descriptor = |path: &str| path.rsplit('/').next() == Some(DESCRIPTOR);
    // The outermost, where there are several.
    let found = files.iter().filter(|(path, _)| is_descriptor(path)).min_by_key(|(path, _)| path.matches('/').count());
    let (dataset, described, folder) = match found {
        Some((path, bytes)) => {
            let folder = path.strip_suffix(DESCRIPTOR).unwrap_or_default();
            let mut own = Complaints::default();
            let node = descriptor::json(bytes, &mut own);
            let described = node
                .as_ref()
                .map(|node| descriptor::resources(node, |path, own| schema_file(files, folder, path, own), &mut own));
            take(own.finish(), path, complaints);
            (descriptor::dataset(node.as_ref()?, id), described?, folder)
        }
        None => beside(files, id, complaints)?,
    };
    let (mut resources, mut left) = (Vec::new(), limits::UNPACKED_BYTES);
    for one in described {
        let path = one.paths.first().cloned().unwrap_or_else(|| one.name.clone());
        let mut own = Complaints::default();
        let resource = resource(one, files, folder, &mut left, &mut own);
        // One table that can't be read leaves the others whole.
        for complaint in own.finish() {
            let place = parts::within(&path, complaint.place);
            complaints.add(complaint.severity.min(super::complaint::Severity::Warning), place, complaint.fault);
        }
        resources.extend(resource);
    }
    lists::join(&mut resources, complaints);
    if resources.iter().all(|resource| resource.is_code_list) {
        complaints.fail(Place::File, PackageFault::NoTables.into());
    }
    Some(Package { dataset, resources })
}

fn take(own: Vec<Complaint>, path: &str, complaints: &mut Complaints) {
    for complaint in own {
        let place = Place::Within(path.to_owned(), Box::new(complaint.place));
        complaints.add(complaint.severity, place, complaint.fault);
    }
}

/// A table with its schema beside it: `barn.csv` with `barn.schema.json`, `schema.json`, or any one JSON file with fields.
fn beside<'f>(
    files: &'f [(String, Vec<u8>)],
    id: &str,
    complaints: &mut Complaints,
) -> Option<(Dataset, Vec<Described>, &'f str)> {
    let schemas: Vec<(&str, Node)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".json"))
        .filter_map(|(path, bytes)| Some((path.as_str(), descriptor::json(bytes, &mut Complaints::default())?)))
        .filter(|(_, node)| node.member("fields").is_some())
        .collect();
    let mut described = Vec::new();
    for (path, _) in
        files.iter().filter(|(path, _)| path.ends_with(".csv") || path.ends_with(".tsv") || path.ends_with(".txt"))
    {
        let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
        let own = schemas.iter().find(|(name, _)| name.starts_with(stem));
        let Some((_, schema)) = own.or(schemas.first().filter(|_| schemas.len() == 1)) else { continue };
        let name = stem.rsplit('/').next().unwrap_or(stem).to_owned();
        let options = csv::CsvOptions { name: name.clone(), ..csv::CsvOptions::default() };
        let (paths, schema) = (vec![path.clone()], schema::read(schema));
        described.push(Described { name, paths, schema, has_schema: true, options, ..Described::default() });
    }
    if described.is_empty() {
        complaints.fail(Place::File, PackageFault::NoDescriptor.into());
        return None;
    }
    let label = described.first().map(|one| one.name.clone()).unwrap_or_default();
    let dataset = Dataset { id: id.to_owned(), label: Text::new(Default::default(), label), ..Dataset::default() };
    Some((dataset, described, ""))
}

fn schema_file(files: &[(String, Vec<u8>)], folder: &str, path: &str, complaints: &mut Complaints) -> Option<Node> {
    let bytes = file(files, folder, path, complaints)?;
    let mut own = Complaints::default();
    let node = descriptor::json(bytes, &mut own);
    take(own.finish(), path, complaints);
    node
}

/// A file of the package, or a complaint.
fn file<'f>(files: &'f [(String, Vec<u8>)], folder: &str, path: &str, complaints: &mut Complaints) -> Option<&'f [u8]> {
    if path.contains("://") {
        complaints.warn(Place::File, PackageFault::Remote(path.to_owned()).into());
        return None;
    }
    if !is_inside(path) {
        complaints.warn(Place::File, PackageFault::OutsidePackage(path.to_owned()).into());
        return None;
    }
    let bare = path.strip_prefix("./").unwrap_or(path);
    let found = files.iter().find(|(name, _)| name.strip_prefix(folder) == Some(bare));
    // Files that were picked one by one have lost their folders.
    let last = bare.rsplit('/').next();
    let found = found.or_else(|| files.iter().find(|(name, _)| !name.contains('/') && Some(name.as_str()) == last));
    if found.is_none() {
        complaints.warn(Place::File, PackageFault::NoSuchFile(path.to_owned()).into());
    }
    found.map(|(_, bytes)| bytes.as_slice())
}

/// The table of a resource. `left` is how many bytes may still be read: a file may belong to many tables.
fn resource(
    described: Described,
    files: &[(String, Vec<u8>)],
    folder: &str,
    left: &mut usize,
    complaints: &mut Complaints,
) -> Option<Resource> {
    let Described { name, title, paths, data, format, schema, has_schema, mut options } = described;
    let is_table = format.as_deref().is_none_or(|format| {
        let format = format.to_lowercase();
        ["csv", "tsv", "txt", "text/csv", "text/plain", "text/tab-separated-values", "json"].contains(&format.as_str())
    });
    if !is_table {
        complaints.warn(Place::File, PackageFault::OtherFormat(format.unwrap_or_default()).into());
        return None;
    }
    // The schema says how decimals are written, whatever program wrote the file.
    options.decimal = None;
    let (mut table, dialect) = match (&data, paths.first()) {
        (Some(data), _) => {
            let table = inline::table(data, &name, &schema);
            if table.is_none() {
                complaints.warn(Place::File, PackageFault::OtherFormat("data".to_owned()).into());
            }
            (table?, None)
        }
        (None, Some(_)) => {
            if paths.len() > limits::ENTRIES {
                let fault = Fault::OverLimit { limit: Limit::Items, most: limits::ENTRIES, found: Some(paths.len()) };
                complaints.fail(Place::File, fault);
                return None;
            }
            let mut found: Vec<(&str, &[u8])> = Vec::new();
            for path in &paths {
                found.push((path, file(files, folder, path, complaints)?));
            }
            let n_bytes = found.iter().fold(0_usize, |sum, (_, bytes)| sum.saturating_add(bytes.len()));
            if n_bytes > *left {
                let fault = Fault::OverLimit { limit: Limit::Unpacked, most: *left, found: Some(n_bytes) };
                complaints.fail(Place::File, fault);
                return None;
            }
            *left = left.saturating_sub(n_bytes);
            let (table, dialect) = parts::joined(&found, &options, &schema, complaints)?;
            (table, Some(dialect))
        }
        (None, None) => {
            complaints.warn(Place::File, Fault::Lacking("path"));
            return None;
        }
    };
    if !options.has_header {
        for (column, field) in table.columns.iter_mut().zip(&schema.fields) {
            column.header.clone_from(&field.name);
        }
    }
    let mapping = match has_schema {
        true => columns::mapping(&table, &schema, complaints),
        false => {
            let (mapping, proposed) = table::propose(&table);
            for complaint in proposed {
                complaints.add(complaint.severity, complaint.place, complaint.fault);
            }
            mapping
        }
    };
    let path = paths.into_iter().next().unwrap_or_else(|| name.clone());
    Some(Resource { name, title, path, table, mapping, schema, dialect, is_code_list: false })
}
