// Appended to the glue of wasm-bindgen by src/bin/site: loads the data while the browser compiles
// the module, starts the explorer, and shows a notice where it cannot start or breaks off.
// `part` and `whenWanted` come from www/fetch.js and www/touch.js or, both, from www/unpack.js.
const still = document.getElementById("static");
const { lang } = document.documentElement;
if (/[?&]embed=1(&|$)/.test(location.search)) still?.setAttribute("hidden", "");

/** The explorer's element that corresponds to one of the static page. The explorer has those
    elements and more, so it is found by its path: at each step, by its place among those like
    it. */
const counterpart = (element) => {
  if (!element || element === still) return element && document.getElementById("app");
  const isLike = (other) => other.localName === element.localName && other.getAttribute("class") === element.getAttribute("class");
  const like = (parent) => [...(parent?.children ?? [])].filter(isLike);
  const at = like(element.parentElement).indexOf(element);
  return like(counterpart(element.parentElement))[at];
};
/** The same for a control: undefined where another view has something else in that place. */
const control = (element) => {
  const found = counterpart(element);
  const begins = found?.textContent.startsWith(element.textContent.slice(0, 20));
  return begins || document.documentElement.lang !== lang ? found : undefined;
};
/** Called by src/web/page.rs once everything is painted. Replaces the static page in one task: same
    scroll position, same focus, and what the reader has opened stays open. */
self.takeOver = () => {
  if (!still?.isConnected) return;
  const app = document.getElementById("app");
  const [focused, x, y] = [control(document.activeElement), scrollX, scrollY];
  for (const opened of still.querySelectorAll("details[open]")) counterpart(opened)?.setAttribute("open", "");
  still.remove();
  app.removeAttribute("class");
  // Only what was laid out once keeps its height when it no longer is (www/app.css).
  requestAnimationFrame(() => requestAnimationFrame(() => app.setAttribute("class", "settled")));
  focused?.focus({ preventScroll: true });
  scrollTo(x, y);
};

/** Scrolls the row that contains an item sideways, if need be, so that the item is visible and a
    part of its neighbour shows that the row goes on. */
const showInRow = (item) => {
  const row = item?.closest?.(".nav, .tabs");
  if (!row) return;
  const [own, seen] = [item, row].map((element) => element.getBoundingClientRect());
  if (own.right > seen.right) row.scrollLeft += own.right - seen.right + 32;
  else if (own.left < seen.left) row.scrollLeft += own.left - seen.left - 32;
};
self.showCurrent = (row) => showInRow(document.querySelector(`${row} [aria-current]`));
// A browser does not scroll to what is partly visible.
addEventListener("focusin", ({ target }) => showInRow(target));
if (still) [".nav", ".tabs"].forEach(showCurrent);

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");
const STOPPED = {
  vi: "Phần tương tác đã dừng vì một lỗi. Bạn hãy tải lại trang.",
  en: "The explorer has stopped because of an error. Please reload the page.",
};
/** Says that the explorer, which has replaced the static page, no longer answers. */
const stopped = (reason) => {
  console.error("Rõ Số:", reason);
  // What lies over the page would cover the notice.
  document.querySelector("dialog[open]")?.close();
  const notice = document.getElementById("failed");
  notice.textContent = STOPPED[document.documentElement.lang];
  // The reader may be anywhere on a long page.
  document.body.prepend(notice);
  notice.className = "notice pinned";
  show("failed");
};
// Nothing else catches what fails in the module: it works in portions and answers events.
const trapped = new Promise((_, reject) => {
  addEventListener("error", ({ error }) => /wasm/.test(error?.stack) && reject(error));
});
// The explorer is there once it has replaced the static page; until then something may still fail.
const shown = async () => {
  while (document.getElementById("static")) await new Promise((next) => setTimeout(next, 20));
};
const started = whenWanted(() => Promise.all([
  __wbg_init({ module_or_path: part("module") }),
  part("data").then((answer) => answer.text()),
]).then(([, data]) => {
  // The address changes its folder with the view; the relative addresses in the head keep their
  // targets.
  for (const link of document.querySelectorAll("link[rel$=icon], link[rel=manifest]")) link.href = link.href;
  return Promise.race([start(data).then(shown), trapped]);
})).catch((reason) => {
  console.error("Rõ Số:", reason);
  // In the one file the static page is hidden until it is needed.
  for (const id of ["failed", "static"]) show(id);
});
// `started` has told what failed before.
trapped.catch((reason) => document.getElementById("static") || stopped(reason));
