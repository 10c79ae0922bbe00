// Lighthouse, phone preset: the median of five runs on the home page, a story and a place.
//
//     scripts/test build && cd bench && npm ci && npm run lighthouse -- [--rounds 5]
//
// Needs a quiet machine: the processor is held back to a quarter of its speed.

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { launchOptions } from "../tools/chromium.mjs";
import { start } from "../tools/server.mjs";
import { median, table } from "./common.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const PAGES = { Home: "", "A story": "stories/hoa-binh/", "A place": "places/province63-17/" };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];

const server = await start({ root: fileURLToPath(new URL("../dist", import.meta.url)) });
const chrome = await launch({
  chromePath: launchOptions.executablePath,
  chromeFlags: ["--headless", ...launchOptions.args.filter((flag) => !flag.startsWith("--host-resolver"))],
});
const rows = [];
for (const [name, path] of Object.entries(PAGES)) {
  const runs = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const { lhr } = await lighthouse(new URL(path, server.url).href, { port: chrome.port, logLevel: "error" });
    runs.push(lhr);
  }
  const score = (category) => Math.round(100 * median(runs.map(({ categories }) => categories[category].score)));
  const time = (audit) => Math.round(median(runs.map(({ audits }) => audits[audit].numericValue)));
  const bytes = Math.round(median(runs.map(({ audits }) => audits["total-byte-weight"].numericValue)) / 1000);
  const missed = new Set(runs.flatMap(({ categories, audits }) =>
    CATEGORIES.flatMap((category) => categories[category].auditRefs)
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => id)));
  rows.push([name, ...CATEGORIES.map(score), ...TIMES.map(time), bytes]);
  if (missed.size > 0) console.log(`${name}: ${[...missed].join(", ")}`);
}
await chrome.kill();
await server.close();
console.log(`\nMedians of ${values.rounds}; times in ms:\n`);
console.log(table(["", ...CATEGORIES, "first paint", "largest paint", "blocked", "kB"], rows));
