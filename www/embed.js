// In the head of every page that was made for frames, after www/frame.js: sets colours and language
// before anything is painted, then shows the note that the figures have changed, and loads the
// explorer.
//
// The explorer is fetched when a reader taps the page or reaches it with the keyboard, not when the
// page is idle: most readers of an article scroll past, and it weighs fifteen times what is here.
{
  const page = document.documentElement;
  const { root, folder, view, tab, v, wait } = page.dataset;
  const asked = new URLSearchParams(location.search);
  const lang = asked.get("lang");
  if (["vi", "en"].includes(lang) && lang !== page.lang) {
    location.replace(root + (lang === "en" ? "en/" : "") + folder + location.search);
  }
  const theme = asked.get("theme");
  if (["light", "dark"].includes(theme)) page.dataset.theme = theme;
  const shown = new URLSearchParams(view);
  shown.set("tab", tab);
  const differs = ["p", "tab", "i", "e", "time", "focus", "sort", "only"].some(
    (part) => asked.has(part) && asked.get(part) !== shown.get(part),
  );
  addEventListener("DOMContentLoaded", () => {
    const shell = document.getElementById("static");
    const wake = () => {
      for (const line of shell.querySelectorAll(".readout")) line.textContent = wait;
      // Links and a script with their hashes; they do nothing before they are put into the page.
      const { content } = document.getElementById("explorer");
      content.querySelector("script").onerror = () => (document.getElementById("failed").hidden = false);
      document.head.append(content);
    };
    inFrame();
    // The page without a view, or one whose address asks for more than was prepared.
    if (!v || differs) {
      shell.hidden = true;
      wake();
      return;
    }
    document.getElementById("changed").hidden = !asked.has("v") || asked.get("v") === v;
    const touched = ({ type, target, clientX, clientY }) => {
      // A link leads away; the focus that comes with a press is followed by a click.
      if (target.closest("a") || (type === "focusin" && !target.matches(":focus-visible"))) return;
      for (const kind of ["click", "focusin"]) shell.removeEventListener(kind, touched);
      wake();
      if (type !== "click" || !target.closest(".plot")) return;
      // Whoever taps a row wants to know where it is printed: the explorer, with the same row in
      // the same place, gets the tap again.
      const scrolled = scrollY;
      new MutationObserver((_, observer) => {
        if (shell.isConnected) return;
        observer.disconnect();
        const tap = new MouseEvent("click", { bubbles: true, clientX, clientY });
        if (scrollY === scrolled) document.elementFromPoint(clientX, clientY)?.dispatchEvent(tap);
      }).observe(document.body, { childList: true });
    };
    for (const kind of ["click", "focusin"]) shell.addEventListener(kind, touched);
  });
}
