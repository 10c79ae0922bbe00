// Appended to the glue of wasm-bindgen by src/bin/site.rs: starts the explorer, and says so on
// the static page where it cannot start.
__wbg_init().catch(() => document.getElementById("failed")?.removeAttribute("hidden"));
