//! The reader of files as a program of its own, which the page runs in a worker: `src/build/reader.js` calls it.

use std::collections::BTreeMap;

use insyn::{
    export::packed,
    load::door::{self, File},
    view_model::understanding,
};
use wasm_bindgen::prelude::*;

/// The files of one opening, and what came of reading them.
#[wasm_bindgen]
#[derive(Default)]
pub struct FileReader {
    files: Vec<File>,
    cube: Option<Vec<u8>>,
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

    /// The packed cube, once.
    pub fn cube(&mut self) -> Option<Vec<u8>> {
        self.cube.take()
    }
}

fn main() {
    console_error_panic_hook::set_once();
}
