// Appended to the glue of wasm-bindgen by src/bin/site: gets the data while the browser compiles the
// module, starts the explorer, and says so on the static page where it cannot start. `part` and
// `whenWanted` are those of www/fetch.js and www/touch.js or, both, of www/unpack.js.
const still = document.getElementById("static");
const { lang } = document.documentElement;
if (/[?&]embed=1(&|$)/.test(location.search)) still?.setAttribute("hidden", "");

/** The explorer's element in the place of one of the static page. It has those and more of its own, so it is
    found by the way that leads there: at each step which it is of those like it. */
const counterpart = (element) => {
  if (!element || element === still) return element && document.getElementById("app");
  const isLike = (other) => other.localName === element.localName && other.getAttribute("class") === element.getAttribute("class");
  const like = (parent) => [...(parent?.children ?? [])].filter(isLike);
  const at = like(element.parentElement).indexOf(element);
  return like(counterpart(element.parentElement))[at];
};
/** The same, of something to press: where another view has something else there, nothing. */
const control = (element) => {
  const found = counterpart(element);
  const begins = found?.textContent.startsWith(element.textContent.slice(0, 20));
  return begins || document.documentElement.lang !== lang ? found : undefined;
};
/** Asked by src/web/page.rs once everything is painted. In one task: same scroll position, same focus, and open
    what the reader has opened. */
self.takeOver = () => {
  if (!still?.isConnected) return;
  const app = document.getElementById("app");
  const [focused, x, y] = [control(document.activeElement), scrollX, scrollY];
  for (const opened of still.querySelectorAll("details[open]")) counterpart(opened)?.setAttribute("open", "");
  still.remove();
  app.removeAttribute("class");
  // Only what was laid out once knows its height when it is no longer (www/app.css).
  requestAnimationFrame(() => requestAnimationFrame(() => app.setAttribute("class", "settled")));
  focused?.focus({ preventScroll: true });
  scrollTo(x, y);
};

/** Scrolls the row that something stands in sideways, if need be, so that it is seen and some of its neighbour
    shows that the row goes on. */
const showInRow = (item) => {
  const row = item?.closest?.(".nav, .tabs");
  if (!row) return;
  const [own, seen] = [item, row].map((element) => element.getBoundingClientRect());
  if (own.right > seen.right) row.scrollLeft += own.right - seen.right + 32;
  else if (own.left < seen.left) row.scrollLeft += own.left - seen.left - 32;
};
self.showCurrent = (row) => showInRow(document.querySelector(`${row} [aria-current]`));
// A browser leaves what it sees a part of where it is.
addEventListener("focusin", ({ target }) => showInRow(target));
if (still) [".nav", ".tabs"].forEach(showCurrent);

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
