// Writes the icons of the installed app, www/icons/*.png, from www/icon.svg: not all systems that
// install web apps take SVG. The icons are committed, so that a build needs no browser; run this
// again when www/icon.svg has changed.
//
//     node tools/icons.mjs        CHROMIUM names the browser, as for the tests

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "./chromium.mjs";

const WWW = new URL("../www/", import.meta.url);
const svg = await readFile(new URL("icon.svg", WWW), "utf8");

// Systems cut a maskable icon to their own shape: its background must reach every edge, and all
// that matters must lie within a circle of four fifths of its width. The bars do.
const ground = /<circle cx="16" cy="16" r="16" (fill="[^"]*")\/>/;
if (!ground.test(svg)) throw new Error("www/icon.svg does not begin with the circle that is its ground");
const maskable = svg.replace(ground, '<path d="M0 0h32v32H0z" $1/>');

const ICONS = [
  { name: "icon-192", size: 192, picture: svg },
  { name: "icon-512", size: 512, picture: svg },
  { name: "maskable-512", size: 512, picture: maskable },
];

await mkdir(new URL("icons/", WWW), { recursive: true });
const browser = await chromium.launch(launchOptions);
for (const { name, size, picture } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${picture}`);
  const png = await page.screenshot({ omitBackground: true });
  const path = new URL(`icons/${name}.png`, WWW);
  await writeFile(path, png);
  console.log(`${fileURLToPath(path)}: ${png.length} bytes`);
}
await browser.close();
