// 63 labelled bars, drawn in turns by the explorer's own charts, Observable Plot, Vega-Lite and
// Chart.js in one headless run, and the cost of a hover.
//
//     npm ci && npm run charts -- [--rounds 60] [--density 2] [--pictures]
//
// Builds our side first (cargo, .tools/wasm-bindgen: scripts/setup.sh installs it).

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "../tools/chromium.mjs";
import { start } from "../tools/server.mjs";
import { median, quantile, table } from "./common.mjs";
import { writeRows } from "./rows.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "60" },
    density: { type: "string", default: "2" },
    pictures: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const built = fileURLToPath(new URL("built", import.meta.url));
mkdirSync(built, { recursive: true });

// ---- our side, built for size like the site's module, so as fast as that
const target = "wasm32-unknown-unknown";
execFileSync("cargo", ["build", "--release", "--locked", "--target", target, "--target-dir", `${root}target/bench`], {
  cwd: here,
  stdio: "inherit",
});
const tools = readdirSync(`${root}.tools`).find((name) => name.startsWith("wasm-bindgen-"));
const bindgen = readdirSync(`${root}.tools/${tools}`, { recursive: true }).find((name) => /(^|\/)wasm-bindgen$/.test(name));
execFileSync(
  `${root}.tools/${tools}/${bindgen}`,
  [`${root}target/bench/${target}/release/ro_so_bench.wasm`, "--target", "web", "--out-dir", built, "--out-name", "charts", "--no-typescript"],
  { stdio: "inherit" },
);

writeRows(built);

// ---- in turns
const server = await start({ root });
const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({ viewport: { width: 800, height: 1000 }, deviceScaleFactor: Number(options.density) });
page.on("pageerror", (error) => {
  throw error;
});
await page.goto(`${server.url}bench/charts.html`);
await page.waitForFunction(() => window.libraries);
const names = await page.evaluate(() => window.libraries);
if (options.pictures) {
  for (const [at, name] of names.entries()) {
    await page.evaluate((name) => window.show(name), name);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${built}/${at}.png`, fullPage: true });
  }
  await page.evaluate(() => document.getElementById("place").replaceChildren());
}
const found = new Map(names.map((name) => [name, []]));
const rounds = Number(options.rounds);
for (let round = -5; round < rounds; round += 1) {
  for (const name of names) {
    const sample = await page.evaluate((name) => window.sample(name), name);
    // The first rounds warm the machine up.
    if (round >= 0) found.get(name).push(sample);
  }
}
const hovers = await page.evaluate(() => window.hovers());
const version = browser.version();
await browser.close();
await server.close();

const of = (name, key) => found.get(name).map((sample) => sample[key]);
const own = { call: median(of(names[0], "call")), frame: median(of(names[0], "frame")) };
const ms = (value) => value.toFixed(2);
console.log(`\nChromium ${version}, ${rounds} rounds in turns, ${options.density} device pixels to a pixel, median (90th percentile) in ms:\n`);
console.log(
  table(
    ["63 labelled bars", "call", "times ours", "to the frame", "times ours"],
    names.map((name) => {
      const cell = (key) => {
        const times = of(name, key);
        return [`${ms(median(times))} (${ms(quantile(times, 0.9))})`, (median(times) / own[key]).toFixed(1)];
      };
      return [name, ...cell("call"), ...cell("frame")];
    }),
  ),
);
console.log(`\nA hover: ${ms(median(hovers))} (98th percentile ${ms(quantile(hovers, 0.98))}).`);
