//! `datapackage.json`, or a schema beside its table, as it stands in JSON.

use super::{
    fault::PackageFault,
    schema::{self, Schema, list, scalar, text, texts},
};
use crate::{
    load::{
        complaint::{Complaints, Place, pointer},
        csv::CsvOptions,
        encoding::Encoding,
        fault::Fault,
        jsonstat::node::Node,
    },
    model::{
        dataset::{Dataset, Source},
        text::{Language, Text},
    },
};

/// A resource as it is described.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Described {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Its files, one after the other.
    pub paths: Vec<String>,
    /// Its rows, where they stand in the descriptor.
    pub data: Option<Node>,
    /// `csv`, `json`, …
    pub format: Option<String>,
    /// Its schema.
    pub schema: Schema,
    /// Whether it has one.
    pub has_schema: bool,
    /// How its text is written.
    pub options: CsvOptions,
}

/// JSON, or a fatal complaint.
pub fn json(bytes: &[u8], complaints: &mut Complaints) -> Option<Node> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(node) => Some(node),
        Err(error) => {
            let place = Place::Text { line: error.line().max(1), column: error.column().max(1) };
            complaints.fail(place, Fault::NotJson(error.to_string()));
            None
        }
    }
}

/// What the descriptor says of the whole package.
pub fn dataset(node: &Node, id: &str) -> Dataset {
    let language = texts(node.member("languages")).iter().find_map(|tag| Language::from_tag(tag)).unwrap_or_default();
    let words = |text: String| Text::new(language, text);
    let title = text(node, "title").or_else(|| text(node, "name")).unwrap_or_else(|| id.to_owned());
    let licence =
        |licence: &Node| text(licence, "title").or_else(|| text(licence, "name")).or_else(|| text(licence, "path"));
    let licences: Vec<String> = list(node, "licenses").iter().filter_map(licence).collect();
    let is_publisher = |node: &&Node| {
        texts(node.member("role")).iter().chain(&texts(node.member("roles"))).any(|role| role == "publisher")
    };
    let publisher = list(node, "contributors").iter().find(is_publisher).and_then(|node| text(node, "title"));
    let source = |node: &Node| {
        let title = text(node, "title").or_else(|| text(node, "path"))?;
        let url = text(node, "path").filter(|path| path.starts_with("https://") || path.starts_with("http://"));
        Some(Source { title, url, ..Source::default() })
    };
    Dataset {
        id: id.to_owned(),
        label: words(title),
        licence: (!licences.is_empty()).then(|| licences.join(", ")),
        sources: list(node, "sources").iter().filter_map(source).collect(),
        publisher: publisher.map(words),
        updated: text(node, "updated").or_else(|| text(node, "created")),
        notes: text(node, "description").map(words).into_iter().collect(),
        ..Dataset::default()
    }
}

/// The resources of a package; `schema_file` gives the text of a schema that stands in a file of its own.
pub fn resources(
    node: &Node,
    mut schema_file: impl FnMut(&str, &mut Complaints) -> Option<Node>,
    complaints: &mut Complaints,
) -> Vec<Described> {
    let mut described = Vec::new();
    for (number, resource) in list(node, "resources").iter().enumerate() {
        let place = || pointer(["resources", &number.to_string()]);
        let schema = match resource.member("schema") {
            Some(Node::Text(path)) => schema_file(path, complaints),
            other => other.cloned(),
        };
        let name = text(resource, "name").unwrap_or_else(|| number.to_string());
        let mut one = Described {
            title: text(resource, "title"),
            paths: texts(resource.member("path")),
            data: resource.member("data").cloned(),
            format: text(resource, "format").or_else(|| text(resource, "mediatype")),
            has_schema: schema.is_some(),
            schema: schema.as_ref().map(schema::read).unwrap_or_default(),
            options: CsvOptions { name: name.clone(), ..CsvOptions::default() },
            name,
        };
        // Version 1 and older let keys of the package stand for all its resources.
        let dialect = resource.member("dialect").or_else(|| node.member("dialect"));
        if let Some(dialect) = dialect {
            options(dialect, &mut one.options);
        }
        if let Some(name) = text(resource, "encoding") {
            one.options.encoding = Encoding::from_name(&name);
            if one.options.encoding.is_none() {
                complaints.warn(place(), PackageFault::UnknownEncoding(name).into());
            }
        }
        described.push(one);
    }
    described
}

/// How a text is written, by a CSV dialect.
fn options(dialect: &Node, options: &mut CsvOptions) {
    let sign = |name: &str| text(dialect, name).and_then(|text| text.bytes().next()).filter(u8::is_ascii);
    options.delimiter = sign("delimiter").or(options.delimiter);
    options.quote = match dialect.member("quoteChar") {
        Some(Node::Text(text)) => Some(text.bytes().next()),
        _ => options.quote,
    };
    options.has_header = !matches!(dialect.member("header"), Some(Node::Truth(false)));
    options.comment = text(dialect, "commentChar").and_then(|text| text.chars().next());
    let line = list(dialect, "headerRows").last().and_then(scalar).and_then(|line| line.parse().ok());
    options.header_line = line.or(options.header_line);
}
