// Appended to the glue of wasm-bindgen by src/bin/site: fetches the data while the browser compiles
// the module, starts the explorer, and says so on the static page where it cannot start.
Promise.all([
  __wbg_init(),
  fetch(document.getElementById("data").href).then((answer) => answer.ok ? answer.text() : Promise.reject(answer.status)),
]).then(([, data]) => start(data)).catch((reason) => {
  console.error("Rõ Số:", reason);
  document.getElementById("failed")?.removeAttribute("hidden");
});
