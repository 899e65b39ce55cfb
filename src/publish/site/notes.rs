//! Release notes for people: what is new, what was corrected, what was withdrawn.

use super::{
    changes::{self, Change},
    release::{Release, Released, Releases},
    table::Table,
};
use crate::{
    model::text::{Language, Text},
    words::{number::date, release as words},
};

/// Where the notes lie, within the site.
pub fn path(language: Language) -> String {
    format!("data/releases.{}.md", language.tag())
}

/// The notes on all releases, newest first, in Markdown.
pub fn document(releases: &Releases, tables: &[Table], language: Language) -> String {
    let mut text = format!("# {}\n", words::title(language));
    for release in &releases.releases {
        text.push_str(&format!("\n## {}\n\n", date(&release.date, language)));
        for line in lines(release, tables, language) {
            text.push_str(&format!("- {line}\n"));
        }
    }
    text
}

/// The same of one release, for a terminal.
pub fn on_terminal(release: &Release, tables: &[Table], is_dry: bool, language: Language) -> String {
    let mut said = vec![words::published(&date(&release.date, language), is_dry, language)];
    said.extend(lines(release, tables, language).map(|line| format!("  {line}")));
    said.join("\n")
}

fn lines<'l>(release: &'l Release, tables: &'l [Table], language: Language) -> impl Iterator<Item = String> + 'l {
    release.datasets.iter().map(move |it| line(it, tables, language))
}

/// What became of a dataset, and what was checked.
fn line(it: &Released, tables: &[Table], language: Language) -> String {
    let cube = tables.iter().find(|table| table.id() == it.id).map(|table| table.cleared.cube());
    let title = cube.map_or(it.id.as_str(), |cube| cube.dataset.label.get(language));
    let mut sentences = Vec::new();
    match &it.change {
        Change::New => sentences.push(words::new(language).to_owned()),
        Change::Same => sentences.push(words::same(language).to_owned()),
        Change::Withdrawn => sentences.push(words::withdrawn(language).to_owned()),
        Change::Altered(alteration) if alteration.is_of_words() => {
            sentences.push(words::described(language).to_owned())
        }
        Change::Altered(alteration) => {
            let name = |part: &changes::Part| {
                let code = match part {
                    changes::Part::Dimension(code) | changes::Part::Measure(code) => code,
                    changes::Part::Category(_, code) => code,
                };
                let label = cube.and_then(|cube| changes::name(cube, part));
                label.map_or_else(|| code.clone(), |label: &Text| label.get(language).to_owned())
            };
            let names = |parts: &[changes::Part]| parts.iter().map(name).collect::<Vec<_>>();
            sentences.extend(words::added(&names(&alteration.added), language));
            sentences.extend(words::removed(&names(&alteration.removed), language));
            sentences.extend(words::corrected(alteration.n_corrected, language));
            sentences.extend(words::filled(alteration.n_filled, language));
            sentences.extend(words::hidden(alteration.n_hidden, language));
            sentences.extend(words::emptied(alteration.n_emptied, language));
        }
    }
    if let Some(receipt) = &it.receipt {
        sentences.push(words::checked(receipt.n_cells, receipt.n_hidden, receipt.threshold, language));
    }
    format!("**{title}** ({}): {}", it.id, sentences.join(" "))
}
