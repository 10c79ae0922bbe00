// After www/boot.js in the site: files that are made of what comes only when a reader asks for one. The
// one file holds what makes workbooks, and cannot make another of itself.

// What makes workbooks (www/xlsx.js). src/bin/site writes its name and its hash.
const WORKBOOKS = ["", ""];
globalThis.roSoWorkbook = async (json) => {
  const [path, integrity] = WORKBOOKS;
  const address = new URL(path, import.meta.url).href;
  // `import` checks no hash: it gets what has just been fetched and checked.
  await fetch(address, { integrity });
  return (await import(address)).workbook(json);
};

/** The whole explorer in one file that opens at a view: `ro-so.html` with the query of the view in it. */
globalThis.roSoFile = async (query) => {
  const answer = await fetch(new URL("ro-so.html", import.meta.url));
  if (!answer.ok) throw answer.status;
  const page = await answer.text();
  // Signs that end an attribute are written as %XX in a query; only this one is not.
  const view = query.replaceAll("&", "&amp;");
  return new Blob([page.replace(' data-view=""', () => ` data-view="${view}"`)], { type: "text/html" });
};
