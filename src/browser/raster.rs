//! An SVG picture as a PNG, drawn by the browser at twice its size.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::{document, download};
use crate::export::picture::Picture;

/// Pixels of the file for each pixel of the screen.
const SCALE: f64 = 2.0;

/// Saves the picture as PNG; whether the browser could draw it.
pub async fn save_png(name: &str, picture: &Picture) -> bool {
    try_save(name, picture).await.is_ok()
}

async fn try_save(name: &str, picture: &Picture) -> Result<(), JsValue> {
    let url = download::url("image/svg+xml", picture.svg.as_bytes())?;
    let drawn = draw(&url, picture).await;
    Url::revoke_object_url(&url)?;
    // An address that holds the picture itself would be a page of its own, which the page's policy does not let be fetched.
    let data = drawn?.to_data_url_with_type("image/png")?;
    let bytes = data.split_once(',').and_then(|(_, base64)| document::from_base64(base64)).ok_or(JsValue::NULL)?;
    download::save(name, "image/png", &bytes);
    Ok(())
}

async fn draw(url: &str, picture: &Picture) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas = document::new_element("canvas").and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok());
    let canvas = canvas.ok_or(JsValue::NULL)?;
    // A picture of more pixels than a browser draws comes out empty, and is refused by `to_data_url`.
    canvas.set_width((picture.width * SCALE) as u32);
    canvas.set_height((picture.height * SCALE) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        picture.width * SCALE,
        picture.height * SCALE,
    )?;
    Ok(canvas)
}
