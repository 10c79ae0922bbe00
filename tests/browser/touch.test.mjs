// Pages for reading load the explorer only when they are touched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, PHONE, settled } from "./harness.mjs";

const HEAVY = /\.wasm$|\/data\.[0-9a-f]+\.json$/;
const STORY = "stories/hoa-binh/";

const heavy = (requests) => requests.filter((address) => HEAVY.test(address));
const started = (page) => page.waitForSelector("#static", { state: "detached" });

/** The story, read to its end without touching anything. */
async function read(path = STORY, options = {}) {
  const opened = await open({ path, viewport: PHONE, untouched: true, ...options });
  await opened.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await settled(opened.page);
  return opened;
}

test("a story is read without the explorer, from any link", async () => {
  for (const path of [STORY, `en/${STORY}`, `${STORY}?fbclid=a&utm_source=zalo`]) {
    const { page, problems, requests } = await read(path);
    assert.deepEqual(heavy(requests), [], path);
    assert.ok(await page.locator("#static svg").first().isVisible());
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    assert.deepEqual(problems, []);
  }
});

test("a first visit to a story weighs less than sixty kilobytes", async () => {
  const { page } = await read(STORY, { context: { serviceWorkers: "block" } });
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => entry.encodedBodySize)
      .reduce((sum, size) => sum + size));
  assert.ok(bytes > 20_000 && bytes < 60_000, `${bytes} bytes`);
});

test("the home page is read without it, until the comparison is a screen away", async () => {
  const { page, problems, requests } = await open({ path: "", viewport: PHONE, untouched: true });
  assert.deepEqual(heavy(requests), []);
  await page.evaluate(() => document.getElementById("explore").scrollIntoView());
  await started(page);
  assert.ok(await page.locator("#app #explore select").first().isEnabled());
  assert.deepEqual(problems, []);
});

test("the first press starts the explorer and is then answered", async () => {
  const { page, problems, requests } = await read();
  await page.locator("#static .cell").first().click();
  await page.locator("dialog[open]").waitFor();
  assert.ok(heavy(requests).length > 0);
  await started(page);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(problems, []);
});

test("the keyboard alone starts it: a button by Enter, the search by its key", async () => {
  const { page, problems } = await read();
  const button = page.locator("#static .cell").first();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();

  const { page: other, problems: more } = await read();
  await other.keyboard.press("Control+k");
  await other.locator("dialog[open] input").waitFor();
  assert.deepEqual([...problems, ...more], []);
});

test("the last key pressed while the explorer comes counts, and is not the browser's", async () => {
  const { page, letCome } = await held(STORY);
  await page.evaluate(() => addEventListener("keydown", (event) => { window.last = [event.key, event.defaultPrevented]; }));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+k");
  assert.deepEqual(await page.evaluate(() => window.last), ["k", true]);
  // Letters are meant for the search that was asked for.
  await page.keyboard.type("dti");
  letCome();
  await page.locator("dialog[open] input").waitFor();
  await page.locator("dialog[open] [role=option]").first().waitFor();
  assert.equal(await page.locator("dialog[open] input").inputValue(), "dti");
});

test("an address with a view of its own is shown at once, as is a page of whoever has been here", async () => {
  const { page, requests } = await open({ path: `${STORY}?theme=dark`, untouched: true });
  await started(page);
  assert.ok(heavy(requests).length > 0);

  const { page: again, server } = await open({ path: "" });
  await again.evaluate(() => navigator.serviceWorker.ready);
  await again.goto(new URL(STORY, server.url).href);
  await started(again);
});

test("a press is not lost where the explorer cannot start: the page says so and stays", async () => {
  const { page } = await read(STORY, {
    before: (page) => page.route(/\.wasm$/, (route) => route.abort()),
  });
  await page.locator("#static .cell").first().click();
  await page.locator("#failed").waitFor({ state: "visible" });
  assert.ok(await page.locator("#static h1").isVisible());
  assert.equal(await page.locator("[aria-busy=true]").count(), 0);
});

/** A page whose explorer arrives only after `letCome`. */
async function held(path) {
  // The service worker would have the module at once.
  const { page, server } = await open({ path: "404.html", viewport: PHONE, untouched: true, context: { serviceWorkers: "block", hasTouch: true, isMobile: true } });
  let letCome;
  const isLet = new Promise((resolve) => { letCome = resolve; });
  await page.route(/\.wasm$/, async (route) => {
    await isLet;
    await route.continue();
  });
  await page.goto(new URL(path, server.url).href);
  return { page, letCome };
}

test("a static button is the same one in the explorer, wherever it stands", async () => {
  for (const [path, selector, nth] of [["", "#explore .cell", 6], ["places/province63-17/", ".data .cell", 0], [STORY, "#story .data .cell", 3]]) {
    const { page, letCome } = await held(path);
    const button = page.locator(`#static ${selector}`).nth(nth);
    const row = await button.evaluate((button) => button.closest("tr").querySelector("th").firstChild.textContent);
    await button.tap();
    letCome();
    await page.locator("dialog[open]").waitFor();
    const text = await page.locator("dialog[open]").innerText();
    assert.ok(text.includes(row), `${path}: ${row}\n${text}`);
  }
});

test("the first tap on a static chart pins what it met", async () => {
  for (const path of ["", "indicators/dti_province/"]) {
    const { page, letCome } = await held(path);
    const chart = page.locator("#static #explore .plot > .chart:visible");
    /** The second name of the chart. */
    const name = () => chart.evaluate((svg) => {
      const found = [...svg.querySelectorAll("text")].filter((text) => Number(text.getAttribute("x")) === 0)[1];
      const { left, top, height } = found.getBoundingClientRect();
      return { says: found.textContent, x: left + 10, y: top + height / 2 };
    });
    const { y } = await name();
    await page.evaluate((by) => scrollBy(0, by), y - 300);
    const at = await name();
    await page.touchscreen.tap(at.x, at.y);
    letCome();
    await started(page);
    await page.locator(".readout.pinned", { hasText: at.says }).waitFor();
  }
});
