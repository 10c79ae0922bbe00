// Takes the pictures that the documents show, from dist/: node tools/screens.mjs
// Look at every one of them before you commit them.

import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { start } from "./server.mjs";

const PICTURES = [
  ["home-1280-light", "", 1280, 1250, "light"],
  ["home-390-dark", "", 390, 844, "dark"],
  ["compare-1280-dark", "?p=compare", 1280, 1500, "dark"],
  ["compare-390-light", "?p=compare&i=dti_province&focus=province63:17", 390, 1100, "light"],
];

const server = await start({ root: "dist" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking"],
});
mkdirSync("docs/screens", { recursive: true });
for (const [name, path, width, height, colorScheme] of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(new URL(path, server.url).href);
  await page.locator("#static").waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `docs/screens/${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
