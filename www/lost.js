// In 404.html, where the site's folder is known: leads on to the explorer, whose page for unknown
// addresses finds the nearest known one.
const root = document.documentElement.dataset.root;
const path = location.pathname.slice(root.length);
// The last part says most: "hoa-binh" of "places/hoa-binh/".
const last = path.split("/").findLast((part) => part && part !== "index.html") ?? "";
const words = [...(() => {
  try {
    return decodeURIComponent(last);
  } catch {
    // What is not UTF-8 is looked for unchanged.
    return last;
  }
})().replace(/\.html?$/, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")].slice(0, 80).join("");
if (words) location.replace(`${root}?p=${encodeURIComponent(words)}${path.startsWith("en/") ? "&lang=en" : ""}`);
