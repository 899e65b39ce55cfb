//! Mounts the page.

fn main() {
    console_error_panic_hook::set_once();
    insyn::browser::document::settle();
    insyn::browser::document::clear_loading();
    leptos::mount::mount_to_body(insyn::app::App);
}
