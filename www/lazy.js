// After www/boot.js in the site; the one file holds what is fetched here. What makes workbooks
// (www/xlsx.js) comes when a reader asks for one. src/bin/site writes its name and its hash.
const WORKBOOKS = ["", ""];
globalThis.roSoWorkbook = async (json) => {
  const [path, integrity] = WORKBOOKS;
  const address = new URL(path, import.meta.url).href;
  // `import` checks no hash: it gets what has just been fetched and checked.
  await fetch(address, { integrity });
  return (await import(address)).workbook(json);
};
