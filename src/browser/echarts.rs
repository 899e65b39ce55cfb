//! ECharts: fetched when the first chart is shown, drawn into an element, freed when dropped.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Defined by `src/build/boot.js`, which knows the file's hashed name.
    #[wasm_bindgen(js_name = insynCharts, catch)]
    async fn insyn_charts() -> Result<JsValue, JsValue>;

    type ECharts;
    #[wasm_bindgen(js_namespace = echarts, catch)]
    fn init(element: &Element, theme: Option<&str>, options: &JsValue) -> Result<ECharts, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &ECharts, option: &JsValue, options: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &ECharts, event: &str, handler: &js_sys::Function);
    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &ECharts, action: &JsValue);
    #[wasm_bindgen(method)]
    fn resize(this: &ECharts);
    #[wasm_bindgen(method)]
    fn dispose(this: &ECharts);
}

/// Why a chart can't be drawn; the table beside it says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDrawn;

/// Fetches ECharts, once.
///
/// # Errors
/// [`NotDrawn`] when the file does not arrive.
pub async fn fetch() -> Result<(), NotDrawn> {
    insyn_charts().await.map(drop).map_err(|_| NotDrawn)
}

/// A chart on the page. Dropping it frees the chart, its observer and its listeners.
pub struct ChartHandle {
    chart: ECharts,
    observer: web_sys::ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
    _on_events: [Closure<dyn FnMut(JsValue)>; 3],
}

impl ChartHandle {
    /// An empty chart in an element that has a size; `on_pick` is told the position of a clicked bar, `on_point` that of the bar under the pointer.
    ///
    /// # Errors
    /// [`NotDrawn`] when ECharts is not there or refuses.
    pub fn mount(
        element: &Element,
        mut on_pick: impl FnMut(usize) + 'static,
        on_point: impl Fn(Option<usize>) + Clone + 'static,
    ) -> Result<Self, NotDrawn> {
        let chart = init(element, None, &json(r#"{"renderer":"svg"}"#)?).map_err(|_| NotDrawn)?;
        let on_click = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            if let Some(index) = index_of(&event) {
                on_pick(index);
            }
        });
        chart.on("click", on_click.as_ref().unchecked_ref());
        let on_over = Closure::<dyn FnMut(JsValue)>::new({
            let on_point = on_point.clone();
            move |event: JsValue| on_point(index_of(&event))
        });
        chart.on("mouseover", on_over.as_ref().unchecked_ref());
        let on_out = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| on_point(None));
        chart.on("mouseout", on_out.as_ref().unchecked_ref());
        let on_resize = Closure::<dyn FnMut()>::new({
            let chart: ECharts = chart.unchecked_ref::<JsValue>().clone().unchecked_into();
            let element = element.clone();
            // Out of sight it has no size; it keeps the one it had.
            move || {
                if element.client_width() > 0 {
                    chart.resize();
                }
            }
        });
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).map_err(|_| NotDrawn)?;
        observer.observe(element);
        Ok(Self { chart, observer, _on_resize: on_resize, _on_events: [on_click, on_over, on_out] })
    }

    /// Draws the option in place of whatever was drawn before.
    ///
    /// # Errors
    /// [`NotDrawn`] when ECharts refuses the option.
    pub fn show(&self, option: &serde_json::Value) -> Result<(), NotDrawn> {
        let option = json(&option.to_string())?;
        self.chart.set_option(&option, &json(r#"{"notMerge":true}"#)?).map_err(|_| NotDrawn)
    }

    /// Lights up one bar, and no other.
    pub fn highlight(&self, row: Option<usize>) {
        let downplay = json(r#"{"type":"downplay"}"#);
        let highlight = row.map(|row| json(&format!(r#"{{"type":"highlight","seriesIndex":0,"dataIndex":{row}}}"#)));
        for action in [Some(downplay), highlight].into_iter().flatten().flatten() {
            self.chart.dispatch_action(&action);
        }
    }
}

impl Drop for ChartHandle {
    fn drop(&mut self) {
        self.observer.disconnect();
        self.chart.dispose();
    }
}

/// The position of the bar that an event of a chart is about.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ECharts counts bars from 0")]
fn index_of(event: &JsValue) -> Option<usize> {
    let index = js_sys::Reflect::get(event, &"dataIndex".into()).ok()?.as_f64()?;
    (index >= 0.0).then_some(index as usize)
}

fn json(text: &str) -> Result<JsValue, NotDrawn> {
    js_sys::JSON::parse(text).map_err(|_| NotDrawn)
}
