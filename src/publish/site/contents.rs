//! The site as a whole: data, their catalogue, the search, metadata and release notes beside the page.

use std::path::Path;

use super::{
    dcat, folder, notes,
    publisher::Publisher,
    release::{self, Releases},
    request::Request,
    schema_org,
    table::Table,
};
use crate::{
    load::search::WireIndex,
    model::{searched::SearchIndex, text::Language},
    publish::{
        data::{SEARCH_FILE, catalogue},
        packed::packed,
    },
    query::searched::searched,
};

/// All that the folder is made from.
pub struct Site<'s> {
    /// The datasets.
    pub tables: &'s [Table],
    /// Who publishes them.
    pub publisher: &'s Publisher,
    /// All releases, this one too.
    pub releases: &'s Releases,
    /// The day of this release.
    pub date: &'s str,
    /// The language of messages.
    pub language: Language,
}

impl Site<'_> {
    /// Writes the folder beside the one that is there, and puts it in its place when it is whole.
    pub fn write(&self, request: &Request) -> Result<(), String> {
        let new = folder::New::begin(&request.site, &request.page, self.language)?;
        let json = |value: &serde_json::Value| serde_json::to_vec_pretty(value).map_err(|why| why.to_string());
        let told = new.keep_stories(|dataset| self.tables.iter().any(|table| table.id() == dataset))?;
        let mut items = Vec::new();
        for table in self.tables {
            let data = Path::new("data");
            new.write(&data.join(&table.file.href), &table.bytes)?;
            let twin = told.contains(table.id()).then(|| packed(table.id(), &table.bytes, self.language));
            let twin = twin.transpose()?;
            if let Some(twin) = &twin {
                new.write(&data.join(&twin.file.href), &twin.bytes)?;
            }
            items.push(table.item(twin.map(|twin| twin.file)));
        }
        let collection = catalogue::collection(&items, self.date.to_owned());
        new.write(Path::new("data/index.json"), &json(&serde_json::json!(collection))?)?;
        let index = SearchIndex { datasets: self.tables.iter().map(|it| searched(it.cleared.cube())).collect() };
        let index = serde_json::to_vec(&WireIndex::from(&index)).map_err(|why| why.to_string())?;
        new.write(&Path::new("data").join(SEARCH_FILE), &index)?;
        new.keep_earlier(&request.site, self.releases, self.tables.iter().map(|table| table.file.sha256.as_str()))?;
        new.write(Path::new(release::PATH), &json(&serde_json::json!(self.releases))?)?;
        for language in Language::ALL {
            let text = notes::document(self.releases, self.tables, language);
            new.write(Path::new(&notes::path(language)), text.as_bytes())?;
        }
        let dcat = dcat::document(catalogue::TITLE, self.tables, self.publisher, self.date);
        new.write(Path::new(dcat::PATH), &json(&dcat)?)?;
        let schema = schema_org::document(catalogue::TITLE, self.tables, self.publisher, self.date);
        new.write(Path::new(schema_org::PATH), &json(&schema)?)?;
        new.describe(&schema)?;
        new.finish(&request.site)
    }
}
