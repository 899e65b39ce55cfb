//! Trial.
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes, A};
use leptos_router::path;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = insynCharts, catch)]
    async fn charts() -> Result<JsValue, JsValue>;
    type ECharts;
    #[wasm_bindgen(js_namespace = echarts)]
    fn init(el: &web_sys::Element, theme: Option<&str>, opts: &JsValue) -> ECharts;
    #[wasm_bindgen(method, js_name = setOption)]
    fn set_option(this: &ECharts, option: &JsValue);
}

#[component]
fn Start() -> impl IntoView {
    let n = RwSignal::new(0_i32);
    let el = NodeRef::<leptos::html::Div>::new();
    let draw = move |_| {
        n.update(|n| *n += 1);
        leptos::task::spawn_local(async move {
            charts().await.expect("charts");
            let opts = js_sys::JSON::parse(r#"{"renderer":"svg","width":400,"height":300}"#).expect("x");
            let c = init(&el.get_untracked().expect("el"), None, &opts);
            c.set_option(&js_sys::JSON::parse(r#"{"animation":false,"tooltip":{"renderMode":"richText","trigger":"axis"},"xAxis":{"type":"category","data":["a","b"]},"yAxis":{},"series":[{"type":"bar","data":[1,2],"markLine":{"data":[{"yAxis":1.5}]}}]}"#).expect("y"));
        });
    };
    view! {
        <h1>"Insyn"</h1>
        <section class="inert"><p id="inert">"Fixed text " <b>"bold"</b></p></section>
        <button id="draw" on:click=draw style:color="red">"Draw " {n}</button>
        <svg viewBox="0 0 10 10"><g class="x"><path d="M0 0L10 10"/></g><path d="M0 0L10 10" class:a=move || n.get().is_positive()/></svg>
        <div id="chart" node_ref=el style:width="400px" style:height="300px"></div>
        <A href="utforska/">"Utforska"</A>
    }
}

fn main() {
    console_error_panic_hook::set_once();
    let d = document();
    if let Some(e) = d.get_element_by_id("insyn-loading") { e.remove(); }
    let root = d.query_selector("meta[name=insyn-root]").expect("q").expect("m").get_attribute("content").expect("c");
    let _ = root;
    mount_to_body(|| view! {
        <Router base="">
            <Routes fallback=|| view! { <p id="other">"other page"</p> }>
                <Route path=path!("/") view=Start/>
                <Route path=path!("/utforska/") view=|| view! { <p id="explore">"Utforska"</p> }/>
            </Routes>
        </Router>
    });
    let _ = d.document_element().expect("html").set_attribute("data-ready", "true");
}
