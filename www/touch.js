// Before www/boot.js in the site. A page for reading shows everything without the explorer, which
// is twenty times as heavy and costs a slow phone half a second of work. It is fetched when the
// reader first touches something that needs it, and then does what was asked for; or, on the home
// page, when the comparison below the stories is a screen away. A comparison, an address with its
// own view, and readers who have the explorer on this device get it at once.
const isWanted = () => {
  if (document.documentElement.dataset.start !== "touch") return true;
  // Names of a view. Others (fbclid, utm_source …) are added to an address on its way.
  const names = ["p", "tab", "i", "e", "time", "focus", "sort", "only", "lang", "theme", "embed", "v"];
  const query = new URLSearchParams(location.search);
  if (names.some((name) => query.has(name))) return true;
  try {
    return Boolean(navigator.serviceWorker.controller);
  } catch {
    // In a sandbox there is no service worker.
    return false;
  }
};
// What was pressed meanwhile is done then. A page made for frames does that itself (www/embed.js).
const whenWanted = (begin) =>
  document.documentElement.dataset.folder ? begin() : touched().then(({ ask, giveUp }) => begin().then(ask, giveUp));

/** Resolves once the explorer is wanted, with what to do when it is there, or if it fails. */
const touched = () => new Promise((resolve) => {
  const page = document.getElementById("static");
  const buttons = [...page.querySelectorAll("button")];
  const fields = [...page.querySelectorAll("input")];
  let asked;
  let point;
  let key;
  let letters = "";
  const pressed = ({ target, clientX, clientY }) => {
    const found = target.closest?.("#static :is(button, .plot:has(.readout))");
    if (!found) return;
    // The last one counts: a reader who presses two wants the second.
    asked?.removeAttribute("aria-busy");
    asked = found;
    // For a chart, the place on it.
    const { left, top } = (target.closest("svg") ?? found).getBoundingClientRect();
    point = [clientX - left, clientY - top];
    asked.setAttribute("aria-busy", "true");
  };
  const keyed = (event) => {
    // Once this page is replaced, the explorer answers. Modifiers are held down for the next key.
    if (!page.isConnected || fields.includes(event.target) || ["Control", "Meta", "Alt", "Shift"].includes(event.key)) return;
    const { key: name, ctrlKey, metaKey, altKey, shiftKey } = event;
    // A letter alone does nothing on a page. After Ctrl+K it is meant for the search.
    if (name.length === 1 && !ctrlKey && !metaKey) {
      letters += name;
      return;
    }
    key = { key: name, ctrlKey, metaKey, altKey, shiftKey };
    letters = "";
    // Opens the search of the site, not that of the browser.
    if (name.toLowerCase() === "k" && (ctrlKey || metaKey)) event.preventDefault();
  };
  let dropped;
  const dragged = (event) => {
    if (!page.isConnected || !event.dataTransfer?.types.includes("Files")) return;
    // Otherwise the browser leaves the page to open the file.
    event.preventDefault();
    if (event.type === "drop") dropped = event.dataTransfer.files[0];
  };
  const listening = [["click", pressed], ["keydown", keyed], ["dragover", dragged], ["drop", dragged]];
  const stopListening = () => listening.forEach(([sign, heard]) => removeEventListener(sign, heard, true));
  /** Puts what was typed meanwhile into a field of the explorer. */
  const fill = (field, typed) => {
    if (!field || !typed) return;
    // Letters typed after the replacement are there already.
    field.value = typed + field.value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const ask = () => {
    stopListening();
    for (const { id, value } of fields) fill(document.getElementById(id), value);
    const chart = asked?.matches(".plot") && counterpart(asked)?.querySelector(".stage");
    if (chart) {
      const { left, top } = chart.getBoundingClientRect();
      chart.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: left + point[0], clientY: top + point[1] }));
    } else if (asked) control(asked)?.click();
    else if (dropped) {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(dropped);
      document.dispatchEvent(new DragEvent("drop", { dataTransfer }));
    } else if (key) {
      document.dispatchEvent(new KeyboardEvent("keydown", key));
      fill(document.querySelector("dialog[open] input:focus"), letters);
    }
  };
  const giveUp = (reason) => {
    stopListening();
    asked?.removeAttribute("aria-busy");
    for (const control of [...buttons, ...fields]) control.disabled = true;
    throw reason;
  };
  const signs = ["pointerdown", "pointerover", "focusin", "keydown", "dragover"];
  const wake = () => {
    for (const sign of signs) removeEventListener(sign, notice, true);
    approaching.disconnect();
    resolve({ ask, giveUp });
  };
  const approaching = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && wake(), {
    rootMargin: "100% 0px",
  });
  const notice = (event) => {
    // A mouse crosses the page on its way; only what it rests on or presses is meant.
    if (event.type === "pointerover" && !event.target.closest?.("button, select, input, svg")) return;
    if (event.type === "keydown" && !key && !fields.includes(event.target)) return;
    wake();
  };
  // Before `notice`, which asks for what was keyed.
  for (const [sign, heard] of listening) addEventListener(sign, heard, true);
  for (const sign of signs) addEventListener(sign, notice, true);
  const comparison = page.querySelector("#explore");
  if (comparison) approaching.observe(comparison);
  if (isWanted()) wake();
  else for (const control of [...buttons, ...fields]) control.disabled = false;
});
