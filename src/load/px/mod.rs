//! PX, the format of PC-Axis and PxWeb (version 2013): from keywords and DATA to the model.

pub mod fault;

mod areas;
mod cells;
mod codepage;
mod dataset;
mod dimensions;
pub(crate) mod facts;
mod header;
mod keyed;
mod keywords;
mod known;
mod languages;
pub(crate) mod legend;
mod lexer;
mod measures;
mod notes;
mod said;
mod scanner;
mod source;
mod timeval;
mod variables;

pub use measures::ONLY_MEASURE;

use fault::PxFault;
use header::Header;
use source::Source;

use super::{
    complaint::{Complaint, Complaints, Place, Severity},
    encoding::Encoding,
    fault::{Fault, Limit},
    jsonstat::{layout::Layout, measures::decimals},
    limits,
};
use crate::model::cube::Cube;

/// What there is in a PX file.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The dataset; none only after a fatal complaint.
    pub cube: Option<Cube>,
    /// The encoding that the texts were read in.
    pub encoding: Encoding,
    /// All that was wrong, or is worth knowing.
    pub complaints: Vec<Complaint>,
}

/// The dataset in a PX file, and all that was wrong with it.
pub fn read(bytes: &[u8], id: &str) -> Read {
    let mut complaints = Complaints::default();
    if bytes.len() > limits::BYTES {
        let fault = Fault::OverLimit { limit: Limit::Bytes, most: limits::BYTES, found: Some(bytes.len()) };
        complaints.fail(Place::File, fault);
        return Read { cube: None, encoding: Encoding::Utf8, complaints: complaints.finish() };
    }
    let (cube, encoding, complaints) = match Encoding::from_mark(bytes) {
        Some((encoding @ (Encoding::Utf16Le | Encoding::Utf16Be), _)) => {
            let text = encoding.decode(bytes).0;
            let (cube, _, complaints) = cube(text.as_bytes(), Some(Encoding::Utf8), id, complaints);
            (cube, encoding, complaints)
        }
        Some((marked, length)) => cube(bytes.get(length..).unwrap_or_default(), Some(marked), id, complaints),
        None => cube(bytes, None, id, complaints),
    };
    let cube = cube.filter(|_| !complaints.is_fatal());
    Read { cube, encoding, complaints: complaints.finish() }
}

/// The cube in bytes without a mark, in this encoding or in the one that is found out.
fn cube(
    bytes: &[u8],
    marked: Option<Encoding>,
    id: &str,
    complaints: Complaints,
) -> (Option<Cube>, Encoding, Complaints) {
    let keywords = lexer::read(bytes);
    let (encoding, doubt) = marked.map_or_else(|| codepage::find(bytes, &keywords), |marked| (marked, None));
    let data = keywords.data;
    let mut header = Header::new(Source::new(bytes, encoding), keywords, complaints);
    if let Some((at, fault)) = doubt {
        let severity = match fault {
            PxFault::EncodingTaken(_) => Severity::Note,
            _ => Severity::Warning,
        };
        header.complain(severity, at, Fault::Px(fault));
    }
    let cube = read_header(&mut header, data, id);
    (cube, encoding, header.into_complaints())
}

fn read_header(header: &mut Header, data: Option<usize>, id: &str) -> Option<Cube> {
    known::check(header);
    if data.is_none() {
        header.fail(header.source.bytes.len(), PxFault::Lacking("DATA"));
    }
    let variables = variables::read(header)?;
    variables::check_translations(header, variables.all.len());
    let sizes: Vec<usize> = variables.all.iter().map(variables::Variable::len).collect();
    let n_cells = sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
    if n_cells.is_none_or(|n_cells| n_cells > limits::CELLS) {
        let at = variables.all.first().map_or(0, |variable| variable.at);
        let fault = Fault::OverLimit { limit: Limit::Cells, most: limits::CELLS, found: n_cells };
        header.complain(Severity::Fatal, at, fault);
        return None;
    }
    let metric = measures::variable(header, &variables);
    let layout = Layout::new(&sizes, metric, &mut Complaints::default())?;
    let dataset = dataset::read(id, header);
    let mut dimensions = Vec::with_capacity(variables.all.len());
    for (position, variable) in variables.all.iter().enumerate() {
        if metric != Some(position) {
            dimensions.push(dimensions::of(header, variable));
        }
    }
    let metric_variable = metric.and_then(|metric| variables.all.get(metric));
    let mut measures = measures::read(header, metric_variable, &dataset, &dimensions);
    let source: Vec<&str> = dataset.sources.iter().map(|source| source.title.as_str()).collect();
    let legend = legend::read(header, &source);
    let columns = cells::read(header, data?, &variables, &layout, &legend);
    for (read, column) in measures.iter_mut().zip(&columns).filter(|(read, _)| !read.has_decimals) {
        read.measure.decimals = decimals(column);
    }
    let measures = measures.into_iter().map(|read| read.measure).collect();
    let dimensions = dimensions.into_iter().map(|read| read.dimension).collect();
    let mut cube = Cube { dataset, dimensions, measures, columns };
    notes::write(header, &variables, metric, &layout, &mut cube);
    Some(cube)
}
