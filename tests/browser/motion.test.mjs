// Charts that change: they move unless the reader asked for less motion, stay sharp and whole while
// the window changes, and are lines and letters on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, open, waitForView } from "./harness.mjs";

const CHART = "?p=compare&i=dti_province&focus=province63:17";

/** Notes in `window.seen`, frame by frame from now on, the time and a small copy's hash and ink. */
async function watch(page) {
  await page.evaluate(() => {
    const small = new OffscreenCanvas(74, 120).getContext("2d", { willReadFrequently: true });
    const seen = [];
    window.seen = seen;
    // After the frame: what the reader sees, not what is still painted over.
    const after = new MessageChannel();
    after.port1.onmessage = ({ data: time }) => {
      const canvas = document.querySelector(".stage canvas");
      small.clearRect(0, 0, 74, 120);
      small.drawImage(canvas, 0, 0, Math.min(canvas.width, 740), Math.min(canvas.height, 1200), 0, 0, 74, 120);
      const { data } = small.getImageData(0, 0, 74, 120);
      let [hash, ink] = [0, 0];
      for (let at = 0; at < data.length; at += 1) {
        hash = (Math.imul(hash, 31) + data[at]) | 0;
        if (at % 4 === 3 && data[at] > 0) ink += 1;
      }
      seen.push({ time, hash, ink });
    };
    // After the chart's own observer, before the frame is shown.
    window.sizes = [];
    new ResizeObserver(() => {
      const canvas = document.querySelector(".stage canvas");
      window.sizes.push([canvas.getBoundingClientRect().width, canvas.closest(".plot").clientWidth]);
    }).observe(document.querySelector(".plot"));
    const frame = (time) => {
      after.port2.postMessage(time);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Frames in which the chart looks different from the frame before. */
const changes = (seen) => seen.filter((frame, at) => at > 0 && frame.hash !== seen[at - 1].hash);

const picture = (page) => page.locator(".stage canvas").evaluate((canvas) => canvas.toDataURL());

/** Waits until the chart has changed in at least this many frames since `watch`. */
const changed = (page, times) => page.waitForFunction(
  (times) => window.seen.filter((frame, at, seen) => at > 0 && frame.hash !== seen[at - 1].hash).length >= times, times);

/** Waits until the chart has changed, and then not for 30 frames: longer than a movement lasts. */
async function rested(page) {
  await changed(page, 1);
  await page.waitForFunction(() => {
    const last = window.seen.slice(-30);
    return last.length === 30 && last.every((frame) => frame.hash === last[0].hash);
  });
}

/** Reloads the page and waits until its chart is this picture. */
async function opensAs(page, wanted) {
  await page.reload();
  await page.locator("#static").waitFor({ state: "detached" });
  const stands = page.waitForFunction((wanted) => document.querySelector(".stage canvas").toDataURL() === wanted, wanted, { timeout: 5000 });
  await stands.catch(() => assert.fail("the chart at rest is not the one that the address opens"));
}

test("another order moves the rows for a quarter of a second, and what stands then is the chart", async () => {
  const { page, problems } = await open({ path: CHART });
  await watch(page);
  await page.locator("#sort").selectOption("name");
  await waitForView(page, /sort=name/);
  await rested(page);

  const moved = changes(await page.evaluate(() => window.seen));
  assert.ok(moved.length >= 2, `${moved.length} frames differ: nothing moved`);
  // Frame times do not depend on how busy the machine is: the last frame of a movement may come
  // late, but all before it fall within the duration of the movement.
  const took = moved.at(-2).time - moved[0].time;
  assert.ok(took < 250, `after ${took} ms it still moved`);
  await opensAs(page, await picture(page));
  assert.deepEqual(problems, []);
});

test("a change in the midst of a movement ends that, and the last one stands", async () => {
  const { page, problems } = await open({ path: CHART });
  await watch(page);
  for (const order of ["name", "value", "name"]) {
    const before = changes(await page.evaluate(() => window.seen)).length;
    await page.locator("#sort").selectOption(order);
    await changed(page, before + 2);
  }
  await rested(page);
  await opensAs(page, await picture(page));
  assert.deepEqual(problems, []);
});

test("nothing moves for those who asked for less motion", async () => {
  const { page, problems } = await open({ path: CHART, reducedMotion: "reduce" });
  await watch(page);
  await page.locator("#sort").selectOption("name");
  await waitForView(page, /sort=name/);
  await rested(page);
  assert.equal(changes(await page.evaluate(() => window.seen)).length, 1);
  assert.deepEqual(problems, []);
});

test("while the window changes the chart is never blank and never wider than its place", async () => {
  const { page, problems } = await open({ path: CHART });
  await watch(page);
  for (const width of [1200, 900, 700, 500, 400, 360, 320, 480, 800, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(60);
  }
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.length > 20);
  for (const frame of seen) assert.ok(frame.ink > 400, `a blank chart: ${JSON.stringify(frame)}`);
  const sizes = await page.evaluate(() => window.sizes);
  assert.ok(sizes.length > 5);
  for (const [wide, room] of sizes) assert.ok(wide <= room + 1, `${wide} px in ${room}`);
  assert.deepEqual(problems, []);
});

test("zoomed, or on another screen, the chart is painted anew at its density", async () => {
  const { page, context, problems } = await open({ path: CHART });
  const session = await context.newCDPSession(page);
  for (const deviceScaleFactor of [2, 1.25, 3]) {
    await session.send("Emulation.setDeviceMetricsOverride", { ...DESKTOP, deviceScaleFactor, mobile: false });
    // Zooming resizes the window; the override does not.
    await page.evaluate(() => window.dispatchEvent(new Event("resize")));
    const sharp = () => {
      const canvas = document.querySelector(".stage canvas");
      return canvas.width === Math.round(canvas.getBoundingClientRect().width * devicePixelRatio);
    };
    await page.waitForFunction(sharp, undefined, { timeout: 3000 });
  }
  assert.deepEqual(problems, []);
});

test("below a chart that has become lower everything can be pressed", async () => {
  for (const viewport of [DESKTOP, { width: 390, height: 844 }]) {
    const { page, problems } = await open({ path: "?p=compare&i=dti_province", viewport, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await page.locator(".tabs").getByRole("link", { name: "Bản đồ" }).click();
    await waitForView(page, /tab=map/);
    const [stage, canvas] = await page.locator(".stage").evaluate((stage) =>
      [stage.clientHeight, stage.querySelector("canvas").getBoundingClientRect().height]);
    assert.ok(stage < canvas, "the canvas keeps its memory, the chart has its own height");
    await page.locator("#explore .take").getByRole("button", { name: "Sao chép liên kết" }).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/indicators\/dti_province\/\?tab=map$/);
    assert.deepEqual(problems, []);
  }
});

test("a page that is shared paints no chart again", async () => {
  for (const path of ["?p=story&e=hoa-binh", "?p=place&e=province63:17", CHART]) {
    const { page, problems } = await open({ path, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await page.locator("#static").waitFor({ state: "detached" });
    await page.waitForTimeout(300);
    const canvases = page.locator("#app canvas");
    assert.ok((await canvases.count()) > 0, path);
    // Whatever is painted after this is seen.
    await canvases.evaluateAll((all) => all.forEach((canvas) => canvas.getContext("2d").clearRect(0, 0, 1e5, 1e5)));
    await page.getByRole("button", { name: "Chia sẻ trang này" }).click();
    await page.getByText("Đã sao chép").first().waitFor();
    await page.waitForTimeout(300);
    const painted = await canvases.evaluateAll((all) => all.filter((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    }).length);
    assert.equal(painted, 0, path);
    assert.deepEqual(problems, []);
  }
});

test("on a phone the chosen tab is in view", async () => {
  const { page, problems } = await open({ path: `${CHART}&tab=table`, viewport: { width: 360, height: 740 } });
  const inView = (tab) => {
    const { left, right } = document.querySelector(".tabs [aria-current]").getBoundingClientRect();
    return document.querySelector(".tabs [aria-current]").textContent === tab && left >= 0 && right <= innerWidth;
  };
  await page.waitForFunction(inView, "Bảng");
  await page.locator(".tabs a").first().evaluate((link) => link.click());
  await page.waitForFunction(inView, "Xếp hạng");
  assert.deepEqual(problems, []);
});

test("on paper charts are lines and letters", async () => {
  for (const path of [CHART, ""]) {
    const { page, problems } = await open({ path, colorScheme: "dark" });
    await page.locator("#static").waitFor({ state: "detached" });
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pictures = [...pdf.matchAll(/\/Subtype ?\/Image[^>]*?\/Width (\d+)|\/Width (\d+)[^>]*?\/Subtype ?\/Image/g)];
    const large = pictures.map((found) => Number(found[1] ?? found[2])).filter((width) => width >= 200);
    assert.deepEqual(large, [], `pixels on paper of ${path}`);
    // Back on the screen, the canvases are there and painted.
    await page.locator("#app canvas").first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll("svg.vector").length === 0);
    await page.waitForTimeout(300);
    const blank = await page.locator("#app canvas").evaluateAll((canvases) =>
      canvases.filter((canvas) => {
        const small = new OffscreenCanvas(60, 60).getContext("2d", { willReadFrequently: true });
        small.drawImage(canvas, 0, 0, canvas.width, canvas.height, 0, 0, 60, 60);
        return !small.getImageData(0, 0, 60, 60).data.some((value) => value > 0);
      }).length);
    assert.equal(blank, 0, `blank charts after printing ${path}`);
    assert.deepEqual(problems, []);
  }
});
