// A smoke journey in Firefox: the site starts, draws, is searched and switched, and the one file
// opens from a disk. Skipped where no Firefox is installed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findFirefox, launchFirefox } from "./firefox.mjs";
import { fileUrl, serve } from "./harness.mjs";

const program = findFirefox();
const skip = program ? false : "no Firefox is installed (Debian: apt-get install firefox-esr; FIREFOX names another)";
const CONTROL = "\ue009";
const ENTER = "\ue007";
const STARTED = "!document.querySelector('#static')";
/** Whether something is drawn on the first canvas. */
const PAINTED = `(() => {
  const canvas = document.querySelector("canvas");
  const copy = canvas && Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const context = copy?.getContext("2d", { willReadFrequently: true });
  context?.drawImage(canvas, 0, 0);
  return context && new Set(new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer)).size > 8;
})()`;

let firefox;
let site;

before(async () => {
  if (skip) return;
  site = (await serve()).url;
  firefox = await launchFirefox(program);
});

after(() => firefox?.close());

test("Firefox: the home page starts without a word on the console", { skip }, async () => {
  const page = await firefox.open(site);
  await page.until(STARTED);
  assert.match(await page.evaluate("document.querySelector('h1').textContent"), /87,02%/);
  await page.until(PAINTED);
  await page.click(".where");
  await page.until("document.querySelector('dialog[open]')");
  assert.match(await page.evaluate("document.querySelector('dialog[open]').textContent"), /Đoạn.4/);
  assert.deepEqual(page.problems, []);
});

test("Firefox: a comparison is drawn, and the language switches in place", { skip }, async () => {
  const page = await firefox.open(`${site}?p=compare&i=dti_province&focus=province63:17`);
  await page.until(STARTED);
  await page.until(PAINTED);
  assert.match(await page.evaluate("document.querySelector('tr.on').textContent"), /Hòa Bình.*0,7160/);

  await page.click(".site a[lang=en]");
  await page.until("document.documentElement.lang === 'en'");
  const address = await page.evaluate("location.href");
  assert.equal(address, `${site}en/indicators/dti_province/?focus=province63:17`);
  assert.match(await page.evaluate("document.querySelector('tr.on').textContent"), /0\.7160/);
  assert.deepEqual(page.problems, []);
});

test("Firefox: a place is found by keyboard", { skip }, async () => {
  const page = await firefox.open(site);
  await page.until(STARTED);
  await page.chord(CONTROL, "k");
  await page.until("document.querySelector('dialog.finder[open]')");
  await page.type("hoa binh");
  await page.until("document.querySelector('#hits [role=option]')");
  await page.type(ENTER);
  await page.until("location.pathname.endsWith('/places/province63-17/')");
  assert.match(await page.evaluate("document.title"), /Tỉnh Hòa Bình/);
  assert.deepEqual(page.problems, []);
});

test("Firefox: the one file opens from a disk", { skip }, async () => {
  const page = await firefox.open(fileUrl("ro-so.html"));
  await page.until(STARTED);
  await page.until(PAINTED);
  await page.click(".nav a:nth-child(2)");
  await page.until("document.querySelector('#explore .stage canvas')");
  assert.deepEqual(page.problems, []);
});
