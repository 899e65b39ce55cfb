//! `insyn aggregate` on files, with its engine: the same tables as from memory, from CSV and from Parquet, and as it is run.

mod records;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use datafusion::{
    arrow::datatypes::{DataType, Field, Schema},
    dataframe::DataFrameWriteOptions,
    prelude::{CsvReadOptions, SessionContext},
};
use insyn::{
    load,
    model::text::Language,
    publish::aggregate::{
        Counted, aggregate,
        engine::Engine,
        fault::Fault,
        files::{Files, assign},
    },
};
use records::{folder, memory, plan, spec};

/// Megabytes: enough for small records.
const MEMORY: usize = 256;

/// An empty folder of this name.
fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn count(files: &Files) -> Result<Counted, Vec<Fault>> {
    let plan = plan(&spec());
    let mut engine = Engine::open(&plan, files, MEMORY).map_err(|fault| vec![fault])?;
    aggregate(&plan, &mut engine, |_| {})
}

fn said(counted: Result<Counted, Vec<Fault>>) -> String {
    let faults = counted.err().unwrap_or_default();
    faults.iter().map(|fault| fault.said(Language::English)).collect::<Vec<_>>().join("\n")
}

fn in_memory() -> Counted {
    aggregate(&plan(&spec()), &mut memory(), |_| {}).expect("the records can be counted")
}

fn same(one: &Counted, other: &Counted) {
    assert_eq!((&one.records, &one.unmatched), (&other.records, &other.unmatched));
    for ((one, of_one), (other, of_other)) in one.tables.iter().zip(&other.tables) {
        assert!(one == other, "the tables {} are the same", one.dataset.id);
        assert_eq!(of_one, of_other, "what could not be counted in {}", one.dataset.id);
    }
}

#[test]
fn csv_gives_what_memory_gives() {
    let plan = plan(&spec());
    let counted =
        count(&assign(&plan, &folder(), &[]).expect("the specification names them")).expect("they are counted");
    assert_eq!(counted.tables.len(), 4);
    same(&counted, &in_memory());
}

#[test]
fn parquet_and_csv_in_parts_give_the_same() {
    let out = empty("aggregate_parquet");
    let runtime = tokio::runtime::Builder::new_multi_thread().build().expect("there are threads");
    runtime.block_on(async {
        let context = SessionContext::new();
        // What Parquet has as a number or a day is read as it is written; codes are texts, or they would have lost their zeros.
        let typed = [("id", DataType::Int64), ("found", DataType::Int64), ("date", DataType::Date32)];
        let typed = std::collections::HashMap::from(typed);
        for (name, delimiter) in [("homes", b';'), ("inspections", b','), ("children", b',')] {
            let path = folder().join(format!("{name}.csv"));
            let first = fs::read_to_string(&path).expect("it is there");
            let columns = first.lines().next().expect("it has a first line").split(char::from(delimiter));
            let field = |column: &str| Field::new(column, typed.get(column).cloned().unwrap_or(DataType::Utf8), true);
            let schema = Schema::new(columns.map(field).collect::<Vec<_>>());
            let options = CsvReadOptions::new().delimiter(delimiter).schema(&schema);
            let path = path.display().to_string();
            let frame = context.read_csv(path, options).await.expect("it can be read");
            let path = out.join(format!("{name}.parquet")).display().to_string();
            let options = DataFrameWriteOptions::new().with_single_file_output(true);
            frame.write_parquet(&path, options, None).await.expect("it can be written");
        }
    });
    let text = fs::read_to_string(folder().join("inspections.csv")).expect("it is there");
    let (first, rows) = text.split_once('\n').expect("it has a first line");
    let (one, other) = rows.split_at(rows.match_indices('\n').nth(5).expect("it has twelve rows").0 + 1);
    fs::write(out.join("inspections-1.csv"), format!("\u{feff}{first}\n{one}")).expect("it can be written");
    fs::write(out.join("inspections-2.csv"), format!("{first}\r\n{}", other.replace('\n', "\r\n")))
        .expect("it can be written");
    for names in [
        &["homes.parquet", "inspections.parquet", "children.parquet"][..],
        &["homes.parquet", "inspections-1.csv", "inspections-2.csv", "children.parquet"],
    ] {
        let named: Vec<String> = names.iter().map(|name| out.join(name).display().to_string()).collect();
        let files = assign(&plan(&spec()), &folder(), &named).expect("each has its records");
        same(&count(&files).expect("they are counted"), &in_memory());
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let out = empty("aggregate_faults");
    let plan = plan(&spec());
    let with = |name: &str, text: &str| {
        let path = out.join(name);
        fs::write(&path, text).expect("it can be written");
        said(count(&assign(&plan, &folder(), &[path.display().to_string()]).expect("it has its records")))
    };
    let homes = "home_id;type;ownership;municipality;takes_girls;takes_boys\n";
    assert!(
        with("homes-1.csv", &homes.replace("type", "kind"))
            .starts_with("[[records]] homes: There is no column “type”.")
    );
    assert!(with("homes-2.csv", &homes.replace("type", "home_id")).contains("The column “home_id” is there twice"));
    let twice = format!("{homes}H1;hvb;privat;0180;1;1\nH1;hvb;privat;0180;1;1\n");
    assert!(
        with("homes-3.csv", &twice).contains("Several records have the same “home_id”"),
        "{}",
        with("homes-3.csv", &twice)
    );
    assert!(with("homes-4.csv", &format!("{homes}H1;hvb\n")).contains("The records could not be counted"));
    let named = ["homes-1.csv", "homes-3.csv"].map(|name| out.join(name).display().to_string());
    let files = assign(&plan, &folder(), &named).expect("they have their records");
    assert!(said(count(&files)).contains("The columns are not the same as in"));
    assert!(
        said(count(&assign(&plan, Path::new("nowhere"), &[]).expect("they are named")))
            .starts_with("nowhere/homes.csv: Cannot be read")
    );
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insyn"))
        .current_dir(folder)
        .arg("aggregate")
        .args(arguments)
        .output()
        .expect("the program was built with this test")
}

#[test]
fn the_command_writes_tables_that_nothing_lets_in_and_never_over_others() {
    let out = empty("aggregate_command");
    let spec = folder().join("spec.toml").display().to_string();
    let arguments = ["--spec", spec.as_str(), "-o", "out", "--lang", "en"];
    let output = run(&out, &arguments);
    let (report, warning) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{warning}");
    assert!(report.starts_with("homes: 5–9 records read\n"), "{report}");
    assert!(warning.contains("The tables in out are NOT PROTECTED"), "{warning}");
    for id in ["inspections", "violence", "homes", "children"] {
        let bytes = fs::read(out.join(format!("out/{id}.json"))).expect("it is written");
        let cube = load::jsonstat::read(&bytes, id).0.expect("it can be read");
        assert!(cube.dataset.is_unprotected, "{id}");
    }
    assert_eq!(run(&out, &arguments).status.code(), Some(0), "its own tables it writes again");
    let first = fs::read(out.join("out/homes.json")).expect("it is written");
    assert_eq!(run(&out, &arguments).status.code(), Some(0));
    assert_eq!(fs::read(out.join("out/homes.json")).expect("it is written"), first, "and they are the same");
    let published = String::from_utf8_lossy(&first).replace("\"unprotected\":true,", "");
    assert!(!published.contains("unprotected"));
    fs::write(out.join("out/homes.json"), &published).expect("it can be written");
    let output = run(&out, &arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("There is already a file there"));
    assert_eq!(fs::read_to_string(out.join("out/homes.json")).expect("it is there"), published);
    assert_eq!(run(&out, &["nobody.csv", "--spec", spec.as_str(), "-o", "out"]).status.code(), Some(2));
}
