//! The reader of files as a program of its own, which the page runs in a worker: `src/build/reader.js` calls it.

use std::collections::BTreeMap;

use insyn::{
    export::{packed, px},
    load::{
        door::{self, File},
        packed as packed_cube,
    },
    model::text::Language,
    view_model::understanding,
    words::loss,
};
use wasm_bindgen::prelude::*;

/// The files of one opening, and what came of reading them.
#[wasm_bindgen]
#[derive(Default)]
pub struct FileReader {
    files: Vec<File>,
    cube: Option<Vec<u8>>,
    losses: Vec<String>,
}

#[wasm_bindgen]
impl FileReader {
    /// A reader with no files yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push(File { name, bytes });
    }

    /// Reads the files; the answer is the panel of `load::understood` as JSON. A line `id=value` for each choice.
    pub fn read(&mut self, choices: &str) -> String {
        let choices: BTreeMap<String, String> = choices
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(id, value)| (id.to_owned(), value.to_owned()))
            .collect();
        let opened = door::open(&self.files, &choices, insyn::load::understood::OWN_FILE);
        self.cube = opened.cube.as_ref().map(packed::pack);
        understanding::understanding(&opened)
    }

    /// A packed cube as a PX file in this language; none where the bytes are none of ours.
    pub fn px(&mut self, cube: &[u8], id: &str, language: &str) -> Option<String> {
        let language = Language::from_tag(language)?;
        let cube = packed_cube::unpack(cube, id)?;
        let (text, losses) = px::write(&cube, language);
        self.losses = losses.into_iter().map(|it| loss::px_sentence(it, language).to_owned()).collect();
        Some(text)
    }

    /// What the PX file cannot say, a line each.
    pub fn losses(&self) -> String {
        self.losses.join("\n")
    }

    /// The packed cube, once.
    pub fn cube(&mut self) -> Option<Vec<u8>> {
        self.cube.take()
    }
}

fn main() {
    console_error_panic_hook::set_once();
}
