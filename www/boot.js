// Appended to the glue of wasm-bindgen by src/bin/site: gets the data while the browser compiles the
// module, starts the explorer, and says so on the static page where it cannot start. `part` and
// `whenWanted` are those of www/fetch.js and www/touch.js or, both, of www/unpack.js.
if (/[?&]embed=1(&|$)/.test(location.search)) document.getElementById("static")?.setAttribute("hidden", "");
// What goes wrong in the module while it works in portions is nobody's to catch.
const trapped = new Promise((_, reject) => {
  addEventListener("error", ({ error }) => /wasm/.test(error?.stack) && reject(error));
});
// It is there once it has taken the place of the static page; until then something may still break.
const shown = async () => {
  while (document.getElementById("static")) await new Promise((next) => setTimeout(next, 20));
};
const started = whenWanted(() => Promise.all([
  __wbg_init({ module_or_path: part("module") }),
  part("data").then((answer) => answer.text()),
]).then(([, data]) => {
  // The address changes its folder with the view; what the head names by relative addresses stays.
  for (const link of document.querySelectorAll("link[rel$=icon], link[rel=manifest]")) link.href = link.href;
  return Promise.race([start(data).then(shown), trapped]);
})).catch((reason) => {
  console.error("Rõ Số:", reason);
  // In the one file the static page is hidden until it is needed.
  for (const id of ["failed", "static"]) document.getElementById(id)?.removeAttribute("hidden");
});
