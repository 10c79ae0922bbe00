// How soon a reader on a slow phone sees a chart and can use it: our page of one indicator, and the
// same ranked bars made with other libraries, each bundled and packed as it would be published.
//
//     scripts/test build && cd bench && npm ci && npm run loading -- [--rounds 7]
//
// The network is slow 4G (1.6 Mbit/s, 150 ms), the processor four times slower than this machine's;
// every load is a first one, with an empty cache. The pages take turns, so that a busy moment
// affects all of them.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { launchOptions } from "../tools/chromium.mjs";
import { start } from "../tools/server.mjs";
import { median, table } from "./common.mjs";
import { writeRows } from "./rows.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const here = fileURLToPath(new URL(".", import.meta.url));
const OTHERS = { "Observable Plot": "plot", "Vega-Lite": "vega-lite", "Chart.js": "chart-js", ECharts: "echarts" };

// ---- their pages: one file of script, minified, packed with Brotli, the figures inside
writeRows(`${here}built`);
const folder = `${here}built/loading`;
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: Object.values(OTHERS).map((name) => `${here}loading/${name}.js`),
  outdir: folder,
  bundle: true,
  minify: true,
  format: "esm",
  target: "chrome109",
  logLevel: "error",
});
const pack = (path, content) => {
  writeFileSync(path, content);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
};
for (const name of Object.values(OTHERS)) {
  pack(`${folder}/${name}.js`, readFileSync(`${folder}/${name}.js`));
  const title = "<h1>Digital transformation index 2024</h1>";
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Bars</title>`;
  pack(`${folder}/${name}.html`, Buffer.from(`${head}${title}<div id="chart"></div><script type="module" src="${name}.js"></script></html>`));
}

// ---- in turns
const site = await start({ root: fileURLToPath(new URL("../dist", import.meta.url)) });
const others = await start({ root: folder });
const pages = [
  { name: "Rõ Số, whole explorer", url: `${site.url}en/indicators/dti_province/`, own: true },
  ...Object.entries(OTHERS).map(([name, file]) => ({ name, url: `${others.url}${file}.html` })),
];
const browser = await chromium.launch(launchOptions);

async function load({ url, own }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript((own) => {
    window.seen = { lcp: 0, tasks: [] };
    new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.seen.lcp = e.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((e) => window.seen.tasks.push([e.startTime, e.duration]))).observe({ type: "longtask", buffered: true });
    // Reported on the console: a script put into the page to ask for it would be a task of its own.
    new PerformanceObserver((list) => list.getEntriesByName("usable").length > 0 && console.debug("usable")).observe({ type: "mark" });
    if (!own) return;
    // The notes come after the chart: once they have begun, it is complete, and a frame shows it.
    const lookForChart = () => {
      if (document.querySelector("#explore .notes")) requestAnimationFrame(() => performance.mark("chart"));
      else setTimeout(lookForChart, 5);
    };
    lookForChart();
    // The explorer answers once it has replaced the static page.
    const look = () => {
      const root = document.getElementById("static");
      if (document.readyState !== "loading" && !root) requestAnimationFrame(() => performance.mark("usable"));
      else setTimeout(look, 5);
    };
    look();
  }, own);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  const usable = page.waitForEvent("console", { predicate: (said) => said.text() === "usable", timeout: 60_000 });
  await page.goto(url, { waitUntil: "commit" });
  await usable;
  await page.waitForTimeout(800);
  const found = await page.evaluate(() => ({
    usable: performance.getEntriesByName("usable")[0].startTime,
    chart: performance.getEntriesByName("chart")[0]?.startTime ?? NaN,
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    ...window.seen,
  }));
  await context.close();
  const blocked = found.tasks.filter(([at]) => at >= found.fcp).reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0);
  // Ours can be read in the static page; theirs once it has been drawn.
  const readable = own ? Math.max(found.fcp, found.chart) : found.usable;
  return { ...found, blocked, bytes, readable };
}

const samples = new Map(pages.map(({ name }) => [name, []]));
for (let round = -1; round < Number(values.rounds); round += 1) {
  for (const page of pages) {
    const sample = await load(page);
    if (round >= 0) samples.get(page.name).push(sample);
  }
}
console.log(`\nChromium ${browser.version()}, ${values.rounds} rounds in turns, medians in ms (times ours):\n`);
await browser.close();
await site.close();
await others.close();

const of = (name, key) => median(samples.get(name).map((sample) => sample[key]));
const ours = pages[0].name;
const cell = (name, key) => {
  const value = of(name, key);
  const ratio = of(ours, key) > 0 ? ` (${(value / of(ours, key)).toFixed(2)})` : "";
  return `${Math.round(value)}${ratio}`;
};
console.log(
  table(
    ["", "first paint", "largest paint", "chart readable", "usable", "blocked", "kB"],
    pages.map(({ name }) => [
      name,
      ...["fcp", "lcp", "readable", "usable", "blocked"].map((key) => cell(name, key)),
      Math.round(of(name, "bytes") / 1000),
    ]),
  ),
);
