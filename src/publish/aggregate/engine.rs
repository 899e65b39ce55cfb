//! Records in files: DataFusion reads them, joins them, and counts the combinations of values that a question asks for.
//!
//! Why DataFusion (55.2) and not Polars (0.55). Both read CSV and Parquet, use all cores, and have a licence that fits (Apache-2.0; MIT).
//! DataFusion counts and sorts within a memory pool and goes to the disk above it; what it plans can be run on several machines by
//! Apache DataFusion Ballista, of the same project and licence, while the distributed engine of Polars is part of Polars Cloud.
//! It needs 281 crates, Polars 350; 114 of them are new to us. A debug build of all with it takes eleven minutes of processor time.

use std::{
    fmt::Display,
    path::{Path, PathBuf},
    sync::Arc,
};

use datafusion::{
    arrow::{
        array::{Array, AsArray, StringArray},
        compute::cast as cast_array,
        datatypes::{DataType, Field, Int64Type, Schema},
        record_batch::RecordBatch,
    },
    common::JoinType,
    execution::{memory_pool::FairSpillPool, runtime_env::RuntimeEnvBuilder},
    functions::unicode::expr_fn::left,
    functions_aggregate::expr_fn::count,
    logical_expr::{Expr, cast, ident, lit},
    prelude::{CsvReadOptions, DataFrame, ParquetReadOptions, SessionConfig, SessionContext},
};
use futures::StreamExt;
use tokio::runtime::Runtime;

use super::{
    Source,
    fault::{Fault, FaultKind, Named, Place},
    files::Files,
    plan::{Column, Plan, Query, Records},
};

/// The records of a plan, ready to be asked.
pub struct Engine {
    runtime: Runtime,
    records: Vec<DataFrame>,
}

/// The column of an answer that says how many.
const N: &str = "n";
const MEGABYTE: usize = 1024 * 1024;

impl Engine {
    /// Opens the files; nothing but their first lines is read. Above so many megabytes the engine uses the disk.
    ///
    /// # Errors
    /// A file that can't be opened; files of one sort of records with different columns.
    pub fn open(plan: &Plan, files: &Files, megabytes: usize) -> Result<Self, Fault> {
        let runtime = tokio::runtime::Builder::new_multi_thread().build().map_err(|why| engine(&why))?;
        let pool = FairSpillPool::new(megabytes.saturating_mul(MEGABYTE));
        let environment =
            RuntimeEnvBuilder::new().with_memory_pool(Arc::new(pool)).build_arc().map_err(|why| engine(&why))?;
        let context = SessionContext::new_with_config_rt(SessionConfig::new(), environment);
        let mut records = Vec::new();
        for (it, files) in plan.records.iter().zip(files) {
            records.push(runtime.block_on(open(&context, it, files))?);
        }
        Ok(Self { runtime, records })
    }

    fn frame(&self, plan: &Plan, query: &Query) -> Result<DataFrame, Fault> {
        let joins: Vec<_> = query.joins.iter().filter_map(|at| plan.joins.get(*at)).collect();
        let needed = |records: usize| -> Vec<&Column> {
            let keys = joins.iter().flat_map(|join| [&join.from, &join.to]);
            let mut columns: Vec<&Column> = query
                .columns
                .iter()
                .map(|asked| &asked.column)
                .chain(keys)
                .filter(|it| it.records == records)
                .collect();
            columns.sort_unstable();
            columns.dedup();
            columns
        };
        let mut frame = self.some(plan, query.base, &needed(query.base))?;
        for join in &joins {
            // What is on the left is held in memory: the records that are led to, not those that lead there.
            let to = self.some(plan, join.to.records, &needed(join.to.records))?;
            let (left, right) = (alias(&join.to), alias(&join.from));
            frame = to.join(frame, JoinType::Right, &[&left], &[&right], None).map_err(|why| engine(&why))?;
        }
        let groups = query.columns.iter().enumerate().map(|(at, asked)| {
            let value = ident(alias(&asked.column));
            let value = match asked.first {
                Some(n) => left(value, lit(i64::from(n))),
                None => value,
            };
            value.alias(answer(at))
        });
        let frame = frame.aggregate(groups.collect(), vec![count(lit(1_i64)).alias(N)]).map_err(|why| engine(&why))?;
        match query.columns.len().checked_sub(1).filter(|_| query.is_ordered) {
            Some(last) => frame.sort(vec![ident(answer(last)).sort(true, true)]).map_err(|why| engine(&why)),
            None => Ok(frame),
        }
    }

    /// Some columns of some records, as texts and under names that are nobody else's.
    fn some(&self, plan: &Plan, records: usize, columns: &[&Column]) -> Result<DataFrame, Fault> {
        let (frame, it) = self.records.get(records).zip(plan.records.get(records)).ok_or_else(|| engine(&"records"))?;
        let known: Vec<&String> = frame.schema().fields().iter().map(|field| field.name()).collect();
        for column in columns {
            if !known.contains(&&column.name) {
                let (id, known) = (column.name.clone(), known.into_iter().cloned().collect());
                let kind = FaultKind::NoSuch { what: Named::Column, id, known };
                return Err(Fault::new(Place::Records(it.name.clone()), kind));
            }
        }
        let text = |column: &&Column| cast(ident(&column.name), DataType::Utf8).alias(alias(column));
        let texts: Vec<Expr> = columns.iter().map(text).collect();
        // Whoever asks for no column still wants to know how many rows there are.
        if texts.is_empty() { Ok(frame.clone()) } else { frame.clone().select(texts).map_err(|why| engine(&why)) }
    }
}

impl Source for Engine {
    fn each(&mut self, plan: &Plan, query: &Query, each: &mut dyn FnMut(&[Option<&str>], u64)) -> Result<(), Fault> {
        let frame = self.frame(plan, query)?;
        self.runtime.block_on(async {
            let mut answers = frame.execute_stream().await.map_err(|why| engine(&why))?;
            while let Some(batch) = answers.next().await {
                take(&batch.map_err(|why| engine(&why))?, query.columns.len(), each)?;
            }
            Ok(())
        })
    }
}

/// Gives each row of a batch on.
fn take(batch: &RecordBatch, n_columns: usize, each: &mut dyn FnMut(&[Option<&str>], u64)) -> Result<(), Fault> {
    let texts = batch.columns().iter().take(n_columns).map(|column| cast_array(column, &DataType::Utf8));
    let texts = texts.collect::<Result<Vec<_>, _>>().map_err(|why| engine(&why))?;
    let texts: Vec<&StringArray> = texts.iter().map(|column| column.as_string::<i32>()).collect();
    let counts = batch.column_by_name(N).and_then(|column| column.as_primitive_opt::<Int64Type>());
    let counts = counts.ok_or_else(|| engine(&N))?;
    let mut values = Vec::new();
    for (row, n) in counts.iter().enumerate() {
        values.clear();
        values
            .extend(texts.iter().map(|text| (!text.is_null(row)).then(|| text.value(row)).filter(|it| !it.is_empty())));
        each(&values, n.and_then(|n| u64::try_from(n).ok()).unwrap_or(0));
    }
    Ok(())
}

fn alias(column: &Column) -> String {
    // A letter and digits stay as they are in every dialect; the name of the column may hold anything.
    let name: String = column.name.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("r{}_{name}", column.records)
}

fn answer(at: usize) -> String {
    format!("c{at}")
}

async fn open(context: &SessionContext, records: &Records, files: &[PathBuf]) -> Result<DataFrame, Fault> {
    let of_file = |path: &Path, kind| Fault::new(Place::File(path.display().to_string()), kind);
    for path in files {
        std::fs::File::open(path).map_err(|why| of_file(path, FaultKind::Io(why.to_string())))?;
    }
    let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    let is_parquet = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("parquet"));
    if files.iter().all(is_parquet) {
        let options = ParquetReadOptions { file_extension: "", ..ParquetReadOptions::default() };
        return context.read_parquet(paths, options).await.map_err(|why| engine(&why));
    }
    let mut head: Option<(&PathBuf, u8, Vec<String>)> = None;
    for path in files {
        let (delimiter, columns) = first_line(path, records.delimiter)?;
        match &head {
            Some((first, of_first, expected)) if (of_first, expected) != (&delimiter, &columns) => {
                return Err(of_file(path, FaultKind::OtherColumns(first.display().to_string())));
            }
            Some(_) => {}
            None => head = Some((path, delimiter, columns)),
        }
    }
    let (_, delimiter, columns) = head.ok_or_else(|| engine(&records.name))?;
    let schema = Schema::new(columns.iter().map(|name| Field::new(name, DataType::Utf8, true)).collect::<Vec<_>>());
    let options = CsvReadOptions::new()
        .delimiter(delimiter)
        .schema(&schema)
        .file_extension("")
        // Otherwise a file is read from several places at once, and a line break within quotes could begin a record.
        .newlines_in_values(true);
    context.read_csv(paths, options).await.map_err(|why| engine(&why))
}

/// What stands between columns, and what they are called.
fn first_line(path: &Path, delimiter: Option<u8>) -> Result<(u8, Vec<String>), Fault> {
    let fault = |kind| Fault::new(Place::File(path.display().to_string()), kind);
    let io = |why: &dyn Display| fault(FaultKind::Io(why.to_string()));
    let mut line = String::new();
    let file = std::fs::File::open(path).map_err(|why| io(&why))?;
    std::io::BufRead::read_line(&mut std::io::BufReader::new(file), &mut line).map_err(|why| io(&why))?;
    let line = line.trim_start_matches('\u{feff}');
    let n_of = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
    // Of equals the last is the largest: a comma.
    let delimiter = delimiter.or_else(|| [b'\t', b';', b','].into_iter().max_by_key(n_of)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(line.as_bytes());
    let columns = reader.records().next().and_then(Result::ok).unwrap_or_default();
    let columns: Vec<String> = columns.iter().map(|name| name.trim().to_owned()).collect();
    let again = columns.iter().enumerate().find(|(at, name)| columns.iter().take(*at).any(|other| other == *name));
    match again {
        Some((_, name)) => Err(fault(FaultKind::Twice(Named::Column, name.clone()))),
        None if columns.is_empty() => Err(fault(FaultKind::Nothing(Named::Column))),
        None => Ok((delimiter, columns)),
    }
}

fn engine(why: &impl Display) -> Fault {
    Fault::new(Place::Spec, FaultKind::Engine(why.to_string()))
}
