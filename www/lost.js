// In 404.html, where the site's folder is known: leads on to the explorer, whose page for what does not
// exist finds the nearest that does.
const root = document.documentElement.dataset.root;
const [, english, path] = /^(en\/)?(.*?)\/?(?:index\.html)?$/.exec(location.pathname.slice(root.length));
// An address that is no UTF-8 is looked for as it stands.
const words = (() => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
})();
const query = new URLSearchParams({ p: words.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 80) });
if (english) query.set("lang", "en");
if (query.get("p")) location.replace(`${root}?${query}`);
