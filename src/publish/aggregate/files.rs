//! Which files hold which records.

use std::path::{Path, PathBuf};

use super::{
    fault::{Fault, FaultKind, Named, Place},
    plan::Plan,
};

/// The files of each sort of records, by position.
pub type Files = Vec<Vec<PathBuf>>;

/// Gives each file named on the command line to its records; the others have those of the specification, seen from its folder.
///
/// # Errors
/// Files of no records, and records without a file.
pub fn assign(plan: &Plan, folder: &Path, named: &[String]) -> Result<Files, Vec<Fault>> {
    let mut files: Files = vec![Vec::new(); plan.records.len()];
    let mut faults = Vec::new();
    for text in named {
        let (at, path) = match whose(plan, text) {
            Ok(found) => found,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        if let Some(of_records) = files.get_mut(at) {
            of_records.push(path);
        }
    }
    for (records, files) in plan.records.iter().zip(&mut files) {
        if files.is_empty() {
            files.extend(records.files.iter().map(|file| folder.join(file)));
        }
        if files.is_empty() {
            faults.push(Fault::new(Place::Records(records.name.clone()), FaultKind::NoFiles));
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn whose(plan: &Plan, text: &str) -> Result<(usize, PathBuf), Fault> {
    let known = || plan.records.iter().map(|records| records.name.clone()).collect::<Vec<_>>();
    let fault = |kind| Fault::new(Place::File(text.to_owned()), kind);
    if let Some((name, path)) = text.split_once('=').filter(|(name, _)| !name.contains(['/', '\\', '.'])) {
        let at = plan.records.iter().position(|records| records.name == name);
        let none = || fault(FaultKind::NoSuch { what: Named::Records, id: name.to_owned(), known: known() });
        return Ok((at.ok_or_else(none)?, PathBuf::from(path)));
    }
    let path = PathBuf::from(text);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let is_its = |name: &str| {
        let rest = stem.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_', '.']))
    };
    let mut its: Vec<(usize, usize)> = Vec::new();
    for (at, records) in plan.records.iter().enumerate() {
        if is_its(&records.name) {
            its.push((records.name.len(), at));
        }
    }
    let (_, at) = its.into_iter().max().ok_or_else(|| fault(FaultKind::WhoseFile(known())))?;
    Ok((at, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::aggregate::plan::Records;

    #[test]
    fn a_file_is_of_the_records_that_its_name_begins_with() {
        let records = |name: &str| Records { name: name.into(), ..Records::default() };
        let plan = Plan { records: vec![records("homes"), records("homes-closed")], ..Plan::default() };
        let assigned = |files: &[&str]| {
            let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
            assign(&plan, Path::new(""), &files)
        };
        let files = assigned(&["d/homes-2024.csv", "homes-closed_1.parquet", "homes=x.csv"]).expect("all have a place");
        assert_eq!(
            files,
            [vec!["d/homes-2024.csv", "x.csv"], vec!["homes-closed_1.parquet"]]
                .map(|paths| { paths.into_iter().map(PathBuf::from).collect::<Vec<_>>() })
        );
        let faults = assigned(&["homesick.csv"]).expect_err("nobody's");
        assert_eq!(faults.len(), 3, "one file of nobody, two sorts without files");
    }
}
