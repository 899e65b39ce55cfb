//! The file that a reader has opened: the steps of its reading, and what came of it. It lives as long as the page.

use std::{collections::BTreeMap, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        pause::Pauses,
        reader::{Handed, Reader, Step},
    },
    gate::{self, Cleared},
    load::{
        packed,
        understood::{self, OWN_FILE, Understood},
    },
    view_model::trouble::Trouble,
};

/// How far the reading has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Opening {
    /// No file has been handed over.
    #[default]
    Nothing,
    /// So many of so many bytes are taken in.
    TakenIn(f64, f64),
    /// It is being read.
    BeingRead,
    /// The reader of the page cancelled it.
    Cancelled,
    /// The worker failed.
    Failed,
    /// This browser has no workers.
    NoWorker,
    /// It has been read: what was understood, and why it is not shown, if it is not.
    Read(Arc<Understood>, Option<Trouble>),
}

/// The file that a reader has opened.
#[derive(Clone, Copy)]
pub struct OpenedState {
    opening: RwSignal<Opening>,
    name: RwSignal<String>,
    own: RwSignal<Option<Arc<Cleared>>>,
    choices: StoredValue<BTreeMap<String, String>>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
    /// Which reading this is; what comes of an earlier one is let fall.
    reading: StoredValue<u32>,
}

impl OpenedState {
    /// Makes the state known to all below.
    pub fn provide() {
        provide_context(Self {
            opening: RwSignal::default(),
            name: RwSignal::default(),
            own: RwSignal::default(),
            choices: StoredValue::default(),
            reader: StoredValue::new_local(None),
            reading: StoredValue::new(0),
        });
    }

    /// The state; `provide` must have been called above.
    pub fn get() -> Self {
        expect_context()
    }

    /// How far the reading has come.
    pub fn opening(self) -> RwSignal<Opening> {
        self.opening
    }

    /// The name of the file.
    pub fn name(self) -> RwSignal<String> {
        self.name
    }

    /// The dataset in the file, once the gate has let it in.
    pub fn own(self) -> RwSignal<Option<Arc<Cleared>>> {
        self.own
    }

    /// Reads files that belong together.
    pub fn open_files(self, files: &web_sys::FileList) {
        let Some(first) = files.item(0) else { return };
        self.begin(first.name(), |reader| reader.read_files(files, ""));
    }

    /// Reads a text that was pasted.
    pub fn open_text(self, name: &str, text: &str) {
        self.begin(name.to_owned(), |reader| reader.read_text(name, text, ""));
    }

    /// Reads the same files again with one choice changed.
    pub fn choose(self, id: &str, value: &str) {
        let _ = self.next_reading();
        self.choices.update_value(|choices| drop(choices.insert(id.to_owned(), value.to_owned())));
        let lines = self.choices.with_value(|choices| {
            choices.iter().map(|(id, value)| format!("{id}={value}")).collect::<Vec<_>>().join("\n")
        });
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                reader.read_again(&lines);
            }
        });
    }

    /// Ends the reading, whatever it is doing.
    pub fn cancel(self) {
        let _ = self.next_reading();
        self.reader.set_value(None);
        self.own.set(None);
        self.opening.set(Opening::Cancelled);
    }

    /// Whatever is still at work on an earlier reading works in vain.
    fn next_reading(self) -> u32 {
        self.reading.update_value(|reading| *reading = reading.wrapping_add(1));
        self.reading.get_value()
    }

    fn begin(self, name: String, hand_over: impl FnOnce(&Reader)) {
        let _ = self.next_reading();
        self.reader.set_value(None);
        self.choices.set_value(BTreeMap::new());
        self.own.set(None);
        self.name.set(name);
        self.opening.set(Opening::TakenIn(0.0, 0.0));
        match Reader::start(move |step| self.take(step)) {
            None => self.opening.set(Opening::NoWorker),
            Some(reader) => {
                hand_over(&reader);
                self.reader.set_value(Some(reader));
            }
        }
    }

    fn take(self, step: Step) {
        match step {
            Step::TakenIn { n, of } => self.opening.set(Opening::TakenIn(n, of)),
            Step::BeingRead => self.opening.set(Opening::BeingRead),
            Step::Failed => self.opening.set(Opening::Failed),
            Step::Read { understood, cube } => {
                let Some(understood) = understood::read(&understood) else {
                    return self.opening.set(Opening::Failed);
                };
                let of = self.next_reading();
                spawn_local(async move {
                    let admitted = match cube {
                        Some(handed) => admit(handed).await.map(Some),
                        None => Ok(None),
                    };
                    // Cancelled, or another file was handed over meanwhile.
                    if self.reading.try_get_value() != Some(of) {
                        return;
                    }
                    let (own, trouble) = match admitted {
                        Ok(own) => (own, None),
                        Err(trouble) => (None, Some(trouble)),
                    };
                    let understood = match &trouble {
                        Some(Trouble::Refused(refusal)) => understood.withheld(refusal.is_about_texts()),
                        _ => understood,
                    };
                    self.own.set(own.map(Arc::new));
                    self.opening.set(Opening::Read(Arc::new(understood), trouble));
                });
            }
        }
    }
}

/// The same gate as for published datasets.
async fn admit(handed: Handed) -> Result<Cleared, Trouble> {
    let pauses = Pauses::begin();
    let pause = async || pauses.rest().await;
    let bytes = handed.take(&pause).await;
    let cube = packed::unpack_in_slices(&bytes, OWN_FILE, &pause).await.ok_or(Trouble::Empty)?;
    let cleared = gate::admit_in_slices(cube, &pause).await.map_err(Trouble::Refused)?;
    if cleared.cube().n_rows().is_none_or(|rows| rows == 0) { Err(Trouble::Empty) } else { Ok(cleared) }
}
