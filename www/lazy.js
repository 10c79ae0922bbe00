// After www/boot.js in the site: makes files of code that is loaded only when a reader asks for
// one. The one file contains the code that makes workbooks, and cannot make another such file.

// The code that makes workbooks (www/xlsx.js); src/bin/site writes its name and its hash.
const WORKBOOKS = ["", ""];
globalThis.roSoWorkbook = async (json) => {
  const [path, integrity] = WORKBOOKS;
  const address = new URL(path, import.meta.url).href;
  // `import` checks no hash: it gets what `fetch` has just checked.
  await fetch(address, { integrity });
  return (await import(address)).workbook(json);
};

/** The whole explorer in one file that opens at a view: `ro-so.html` with the view's query. */
globalThis.roSoFile = async (query) => {
  const answer = await fetch(new URL("ro-so.html", import.meta.url));
  if (!answer.ok) throw answer.status;
  const page = await answer.text();
  // Characters that end an attribute are written as %XX in a query; only `&` is not.
  const view = query.replaceAll("&", "&amp;");
  return new Blob([page.replace(' data-view=""', () => ` data-view="${view}"`)], { type: "text/html" });
};
