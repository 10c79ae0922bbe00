// How long a reader waits on a slow machine: a session of the explorer, timed from what the reader
// does to the next picture on the screen, with the processor held back to a quarter of its speed.
//
//     node session.mjs [--rounds 12] [--slower 4] [--limit 100]
//
// Needs dist/ (scripts/test build). Fails where the 98th percentile is over the limit, in milliseconds.

import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../tools/chromium.mjs";
import { start } from "../tools/server.mjs";
import { median, quantile, table } from "./common.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "12" },
    slower: { type: "string", default: "4" },
    limit: { type: "string", default: "100" },
  },
});
const rounds = Number(values.rounds);

const server = await start({ root: fileURLToPath(new URL("../dist", import.meta.url)) });
const browser = await chromium.launch(launchOptions);
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
const page = await context.newPage();
// From the event to the first moment after the frame that shows its result.
await page.addInitScript(() => {
  window.waits = [];
  const painted = new MessageChannel();
  let began = null;
  painted.port1.onmessage = () => {
    if (began === null) return;
    window.waits.push(performance.now() - began);
    began = null;
  };
  for (const kind of ["click", "input", "change", "keydown"]) {
    window.addEventListener(
      kind,
      (event) => {
        if (!window.watching || began !== null || window.watching !== kind) return;
        began = event.timeStamp;
        requestAnimationFrame(() => painted.port2.postMessage(0));
      },
      { capture: true },
    );
  }
});
await page.goto(`${server.url}?p=compare`);
await page.locator("#static").waitFor({ state: "detached" });
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: Number(values.slower) });

/** What each step took, by its name. */
const found = new Map();

/** Does one thing and waits until it is on the screen. */
async function step(name, kind, act) {
  await page.evaluate((kind) => {
    window.watching = kind;
    window.waits = [];
  }, kind);
  await act();
  await page.waitForFunction(() => window.waits.length > 0);
  const [wait] = await page.evaluate(() => window.waits);
  await page.evaluate(() => (window.watching = null));
  // Animations come to rest, so that no step pays for the one before.
  await page.waitForTimeout(350);
  if (!found.has(name)) found.set(name, []);
  found.get(name).push(wait);
}

const press = (locator) => locator.evaluate((element) => element.click());
const TABS = ["dots", "line", "slope", "progress", "map", "table", "bars"];
// On a phone the order is among the choices that are folded away.
await press(page.locator(".unfolding"));
for (let round = 0; round < rounds; round += 1) {
  for (const tab of TABS) {
    const link = page.locator(`.tabs a[href*="tab=${tab}"]`).first();
    if ((await link.count()) > 0) await step(`tab ${tab}`, "click", () => press(link));
  }
  const box = page.locator("#search");
  await box.focus();
  for (const letter of "hoa b") await step("a letter of a place", "input", () => page.keyboard.type(letter));
  await step("a place added", "keydown", () => page.keyboard.press("Enter"));
  await step("a place taken out", "click", () => press(page.locator(".chip button, .chips button").first()));
  await step("the order", "change", () =>
    page.locator("#sort").selectOption({ index: 1 }).then(() => undefined));
  await page.locator("#sort").selectOption({ index: 0 });
  await page.waitForTimeout(350);
  const indicators = ["dti_province", "end_to_end_dossier_rate"];
  for (const id of indicators) {
    await step("another indicator", "change", () =>
      page.locator("#indicator").selectOption(id).then(() => undefined));
  }
  for (const name of ["English", "Tiếng Việt"]) {
    await step("the language", "click", () => press(page.getByRole("link", { name, exact: true }).first()));
  }
  // Held down before: only the key that opens the search is measured.
  await page.keyboard.down("Control");
  await step("search opened", "keydown", () => page.keyboard.press("k"));
  await page.keyboard.up("Control");
  for (const letter of "thu tuc") await step("a letter of a search", "input", () => page.keyboard.type(letter));
  await page.keyboard.press("Escape");
  await page.waitForTimeout(200);
  await step("a row walked to", "keydown", async () => {
    await page.locator(".stage").focus();
    await page.keyboard.press("ArrowDown");
  });
  const cell = page.locator("table.data button.cell").first();
  await step("where it is printed", "click", () => press(cell));
  await page.keyboard.press("Escape");
  await page.waitForTimeout(200);
}
await browser.close();
await server.close();

const all = [...found.values()].flat();
const row = (name, waits) =>
  [name, waits.length, ...[median(waits), quantile(waits, 0.98), Math.max(...waits)].map((ms) => ms.toFixed(1))];
console.log(`From the event to the next frame in ms, ${values.slower} times slower, ${rounds} rounds, 390 px:\n`);
console.log(table(["step", "n", "median", "98 %", "most"], [...[...found].map(([name, waits]) => row(name, waits)), row("all", all)]));
const reached = quantile(all, 0.98);
if (reached > Number(values.limit)) {
  console.error(`\nThe 98th percentile is ${reached.toFixed(1)} ms, over ${values.limit}.`);
  process.exitCode = 1;
}
