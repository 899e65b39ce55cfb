//! The reader of files, in a worker: files in, steps of the reading out. Dropping it ends the worker, whatever it is doing.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// Defined by `src/build/boot.js`, which knows the file's hashed name.
    #[wasm_bindgen(js_name = insynReader, catch)]
    fn insyn_reader() -> Result<Worker, JsValue>;
}

/// A step of the reading.
#[derive(Clone, Debug)]
pub enum Step {
    /// So many of so many bytes have been taken in.
    TakenIn {
        /// Bytes so far.
        n: f64,
        /// Bytes in all.
        of: f64,
    },
    /// All bytes are there and are being read.
    BeingRead,
    /// It is read: the panel as JSON, and the packed cube where there is one.
    Read {
        /// `load::understood` reads it.
        understood: String,
        /// `load::packed` reads it.
        cube: Option<Handed>,
    },
    /// The worker failed, for want of memory or of its program.
    Failed,
}

/// Bytes that the worker has handed over, not yet in the program's own memory.
#[derive(Clone, Debug)]
pub struct Handed(js_sys::Uint8Array);

/// Bytes that a slow machine copies in some ten milliseconds.
const SLICE: u32 = 1 << 20;

impl Handed {
    /// Takes them in, with pauses.
    pub async fn take(self, pause: &impl AsyncFn()) -> Vec<u8> {
        let n = self.0.length();
        let mut bytes = Vec::with_capacity(n as usize);
        let mut start = 0;
        while start < n {
            let end = start.saturating_add(SLICE).min(n);
            bytes.extend(self.0.subarray(start, end).to_vec());
            start = end;
            pause().await;
        }
        bytes
    }
}

/// A running worker.
pub struct Reader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Reader {
    /// A worker that tells its steps; none where the browser has no workers.
    pub fn start(on_step: impl Fn(Step) + Clone + 'static) -> Option<Self> {
        let worker = insyn_reader().ok()?;
        let tell = on_step.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| tell(step(&event.data())));
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            // The page says it in its own words.
            event.prevent_default();
            on_step(Step::Failed);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Hands over files, with what has been chosen about the reading: a line `id=value` each.
    pub fn read_files(&self, files: &web_sys::FileList, choices: &str) {
        self.post("files", &js_sys::Array::from(files), choices);
    }

    /// Hands over a text that was pasted.
    pub fn read_text(&self, name: &str, text: &str, choices: &str) {
        self.post("text", &js_sys::Array::of2(&name.into(), &text.into()), choices);
    }

    /// Has the same files read again, with other choices.
    pub fn read_again(&self, choices: &str) {
        self.post("again", &JsValue::NULL, choices);
    }

    fn post(&self, what: &str, it: &JsValue, choices: &str) {
        let message = js_sys::Array::of3(&what.into(), it, &choices.into());
        // What cannot be handed over is told by the worker's silence, and the reader may cancel.
        drop(self.worker.post_message(&message));
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A PX file, and what it cannot say, a sentence each.
pub struct WrittenPx {
    /// The file.
    pub text: String,
    /// What it cannot say.
    pub losses: Vec<String>,
}

/// A packed cube as a PX file in this language, written in a worker of its own; none where it could not be.
pub async fn write_px(cube: &[u8], id: &str, language: &str) -> Option<WrittenPx> {
    let worker = insyn_reader().ok()?;
    let mut listeners = None;
    let answer = js_sys::Promise::new(&mut |resolve, reject| {
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            drop(resolve.call1(&JsValue::NULL, &event.data()));
        });
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            // The page says it in its own words.
            event.prevent_default();
            drop(reject.call0(&JsValue::NULL));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        listeners = Some((on_message, on_error));
    });
    let what = js_sys::Array::of3(&js_sys::Uint8Array::from(cube), &id.into(), &language.into());
    let is_posted = worker.post_message(&js_sys::Array::of2(&"px".into(), &what)).is_ok();
    let answer = if is_posted { JsFuture::from(answer).await.ok() } else { None };
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
    drop(listeners);
    // "px", the text or nothing, what is lost; or "failed".
    let parts = js_sys::Array::from(&answer?);
    let losses = parts.get(2).as_string().unwrap_or_default();
    let losses = losses.lines().map(str::to_owned).collect();
    Some(WrittenPx { text: parts.get(1).as_string()?, losses })
}

/// A message of the worker: a word and what goes with it.
fn step(message: &JsValue) -> Step {
    let parts = js_sys::Array::from(message);
    let number = |place| parts.get(place).as_f64().unwrap_or_default();
    match parts.get(0).as_string().as_deref() {
        Some("taken") => Step::TakenIn { n: number(1), of: number(2) },
        Some("reading") => Step::BeingRead,
        Some("read") => Step::Read {
            understood: parts.get(1).as_string().unwrap_or_default(),
            cube: parts.get(2).dyn_into::<js_sys::Uint8Array>().ok().map(Handed),
        },
        _ => Step::Failed,
    }
}
