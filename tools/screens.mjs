// Takes the pictures that the documents show, from dist/, and lists them: node tools/screens.mjs
// [name …]
// Look at every one of them before you commit them.

import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { launchOptions } from "./chromium.mjs";
import { start } from "./server.mjs";

const FOLDER = "docs/screens";
const SIZES = { desktop: { width: 1280, height: 1000 }, phone: { width: 390, height: 844 } };
const THEMES = ["light", "dark"];

/** Name, what it shows, address, and the selector to scroll to, if any. */
const VIEWS = [
  ["home", "The home page", ""],
  ["bars", "Ranked bars", "?p=compare&i=end_to_end_dossier_rate&time=2024&focus=province63:17", ".tabs"],
  ["dots", "Dots with intervals", "?p=compare&tab=dots&i=end_to_end_dossier_rate&time=2024&e=ministry22", ".tabs"],
  ["line", "Line over time", "?p=compare&tab=line&i=end_to_end_dossier_rate", ".tabs"],
  ["slope", "Slope between two dates", "?p=compare&tab=slope&i=dti_province&focus=province63:17", ".tabs"],
  ["progress", "Progress to a target", "?p=compare&tab=progress&i=end_to_end_dossier_rate&e=province63:01", ".tabs"],
  ["scatter", "Two indicators", "?p=compare&tab=scatter&i=par_appraisal~par_survey&focus=ministry22:BTC", ".tabs"],
  ["map", "Tile map", "?p=compare&tab=map&i=dti_province&focus=province63:17", ".tabs"],
  [
    "multiples",
    "Small multiples",
    "?p=compare&tab=multiples&e=province63:17&i=online_handled_dossier_rate~end_to_end_dossier_rate~dti_province",
    ".tabs",
  ],
  ["table", "Table", "?p=compare&tab=table&i=dti_province&focus=province63:17", ".tabs"],
];

const wanted = process.argv.slice(2);
const server = await start({ root: "dist" });
const browser = await chromium.launch(launchOptions);

/** A PNG as WebP, a tenth of its size: the browser encodes it. */
const encoder = await browser.newPage();
async function webp(png) {
  const encoded = await encoder.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d").drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.82 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  return Buffer.from(encoded, "base64");
}

mkdirSync(FOLDER, { recursive: true });
const gallery = [
  "# Pictures",
  "",
  "Screenshots of the finished site, taken by `node tools/screens.mjs`, which also writes this list: the home page and every",
  "type of chart, on a desktop (1280 px) and on a phone (390 px), light and dark.",
  "",
];
for (const [name, title, path, from] of VIEWS) {
  gallery.push(`## ${title}`, "", `\`${path || "./"}\``, "");
  for (const [device, viewport] of Object.entries(SIZES)) {
    const row = [];
    for (const theme of THEMES) {
      const file = `${name}-${device}-${theme}.webp`;
      row.push(`<img src="${file}" alt="${title}, ${device}, ${theme}" width="${device === "phone" ? 240 : 420}">`);
      if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
      const page = await browser.newPage({ viewport, colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(new URL(path, server.url).href);
      // A page for reading loads the explorer when it is touched.
      await page.evaluate(() => dispatchEvent(new PointerEvent("pointerdown")));
      await page.locator("#static").waitFor({ state: "detached" });
      await page.evaluate(() => document.fonts.ready);
      if (from) {
        await page.locator(from).first().evaluate((element) =>
          window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 16));
      }
      await page.waitForTimeout(300);
      writeFileSync(`${FOLDER}/${file}`, await webp(await page.screenshot()));
      await page.close();
    }
    gallery.push(row.join("\n"), "");
  }
}
writeFileSync(`${FOLDER}/README.md`, `${gallery.join("\n").trimEnd()}\n`);
await browser.close();
await server.close();
