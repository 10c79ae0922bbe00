// Journeys through the explorer in a real browser: what a reader does, and what must come of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, accessibilityProblems, open as openPage, openApp as open, started, viewOf, waitForView } from "./harness.mjs";

const drawer = (page) => page.locator("dialog[open]");
const query = (page) => new URLSearchParams(viewOf(page));
const spaced = (text) => text.replaceAll("\u00a0", " ");

/** The page without its app: the data never arrive. */
async function openStatic(options = {}) {
  return openPage({ ...options, before: (page) => page.route("**/data.*.json", (route) => route.abort()) });
}

test("the headline story holds 87,02% beside “dưới 5%” and says why they are not compared", async () => {
  const { page, problems } = await open();
  const story = spaced(await page.locator("#story").innerText());

  for (const text of ["87,02%", "dưới", "Không so sánh trực tiếp", "Khác chỉ tiêu", "Khác kỳ", "Chỉ biết một phía"]) {
    assert.ok(story.includes(text), text);
  }
  assert.ok(story.includes("cao hơn 47,20 điểm phần trăm (Rõ Số tính) so với mức chung của cả nước (39,82%)"));
  assert.deepEqual(problems, []);
});

test("from a figure to the publication and the paragraph that prints it, and back, by keyboard", async () => {
  const { page, problems } = await open();
  const where = page.locator(".where").first();

  await where.focus();
  await page.keyboard.press("Enter");
  const text = spaced(await drawer(page).innerText());
  for (const part of ["“87,02%”", "Đoạn 4", "Bài báo về dịch vụ công trực tuyến, năm 2022", "từ 87,015% đến dưới 87,025%", "nay thuộc tỉnh Phú Thọ"]) {
    assert.ok(text.includes(part), part);
  }
  await page.keyboard.press("Escape");

  await assert.rejects(drawer(page).waitFor({ timeout: 300 }));
  assert.ok(await where.evaluate((element) => element === document.activeElement), "the focus is back");
  assert.equal(new URL(page.url()).search, "", "a look is not a view");
  assert.deepEqual(problems, []);
});

test("the app takes the place of the static page without a jump", async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const height = (page, id) => page.locator(id).evaluate((element) => element.offsetHeight);
    const still = await openStatic({ viewport });
    const before = await height(still.page, "#static");
    const [box, table] = await still.page.locator("#static #explore .twin").evaluate((it) => [it.offsetHeight, it.firstElementChild.offsetHeight]);
    assert.ok(box - table < 4, `${box - table} px of nothing below a table out of sight`);
    const shifts = (page) =>
      page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value)))
          .observe({ type: "layout-shift", buffered: true });
      });
    const { page, problems } = await openPage({ viewport, before: shifts, untouched: true });
    // Fonts that arrive after the first picture are tested below.
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200);
    const first = await page.evaluate(() => window.shift);
    await started(page);
    await page.waitForTimeout(300);
    const shift = (await page.evaluate(() => window.shift)) - first;
    assert.ok(shift < 0.02, `layout shift ${shift}`);
    const after = await height(page, "#app");
    assert.ok(Math.abs(after - before) <= 2, `${before} px became ${after} px`);
    assert.deepEqual(problems, []);
  }
});

test("fonts that come late move nothing", async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const { page, server } = await openPage({ viewport, context: { serviceWorkers: "block" }, untouched: true });
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value)))
        .observe({ type: "layout-shift", buffered: true });
    });
    // The explorer never arrives: its own shifts are tested above.
    await page.route(/\.wasm$/, () => {});
    let held;
    await page.route("**/*.woff2", async (route) => {
      await held;
      await route.continue();
    });
    for (const path of ["", "en/", "stories/hoa-binh/", "places/province63-17/", "indicators/dti_province/", "method/"]) {
      let release;
      held = new Promise((resolve) => (release = resolve));
      await page.goto(server.url + path, { waitUntil: "commit" });
      await page.locator("h1").waitFor();
      assert.ok(await page.evaluate(() => !document.fonts.check("16px 'Be Vietnam Pro'")), "the font is to come");
      release();
      await page.waitForFunction(() => document.fonts.check("16px 'Be Vietnam Pro'"));
      await page.waitForTimeout(200);
      const shift = await page.evaluate(() => window.shift);
      // Until then one heading may be a line longer.
      assert.ok(shift < 0.03, `${path} at ${viewport.width}: layout shift ${shift}`);
    }
  }
});

test("scroll position and focus survive a slow start", async () => {
  // The service worker would have the data at once.
  const { page, server } = await open({ path: "en/", context: { serviceWorkers: "block" } });
  await page.route("**/data.*.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: "commit" });
  await page.locator("#static .nav a").first().waitFor();
  await page.locator("#static .nav a").nth(1).focus({ timeout: 1000 });
  await page.evaluate(() => window.scrollTo(0, 700));
  await started(page);

  assert.equal(await page.evaluate(() => Math.round(scrollY)), 700);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "So sánh");
});

test("a place is found without tone marks, added, and taken out again", async () => {
  const { page, problems } = await open({ path: "?p=compare" });
  const box = page.getByRole("combobox", { name: "Thêm một nơi" });

  await box.fill("hoa binh");
  assert.match(await page.locator("#found [role=option]").first().innerText(), /^Hòa Bình/);
  await page.keyboard.press("Enter");
  await waitForView(page, /focus=province63:17/);

  const row = page.locator("table.data tr.on");
  assert.match(spaced(await row.textContent()), /Hòa Bình[\s\S]*không in[\s\S]*từ 10% đến dưới 50%[\s\S]*5–56/);
  await page.getByRole("button", { name: "Bỏ Hòa Bình" }).click();
  await row.waitFor({ state: "detached" });
  assert.equal(query(page).get("focus"), null);

  await box.fill("khong co noi nay");
  await page.getByText("Không tìm thấy. Ở đây có tỉnh, thành phố, bộ, ngành;").first().waitFor();
  // A known place, but with an indicator of ministries.
  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("par_index");
  await waitForView(page, /i=par_index/);
  await box.fill("ha noi");
  await page.getByText("Chỉ tiêu này không có số của nơi ấy.").waitFor();
  assert.deepEqual(problems, []);
});

test("places that were added are shown alone, and among all again", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=dti_province&e=province63:01&focus=province63:01" });
  const box = page.getByRole("combobox", { name: "Thêm một nơi" });
  const only = page.getByRole("button", { name: "Chỉ hiện những nơi này" });
  // The table appears one frame after the picture.
  const units = (count) =>
    page.waitForFunction((count) => document.querySelectorAll("table.data tbody tr:not(.ref)").length === count, count);
  assert.equal(await only.count(), 0, "one has nothing to stand among");

  await box.fill("dak lak");
  await page.keyboard.press("Enter");
  // A second is shown beside the first, without the others.
  await waitForView(page, /focus=province63:66.*only=1/);
  await units(2);
  assert.equal(await only.getAttribute("aria-pressed"), "true");
  assert.match(spaced(await page.locator("h1").innerText()), /năm 2024: Hà Nội và Đắk Lắk \(trước 1\/7\/2025\)/);
  assert.match(spaced(await page.locator(".finding").first().innerText()), /^Hà Nội: 0,8241, hạng 4 trong 63; Đắk Lắk: 0,6807, hạng 39/);
  assert.match(spaced(await page.locator(".finding").first().innerText()), /Hà Nội cao hơn Đắk Lắk 0,1434 điểm \(Rõ Số tính\)/);
  await only.click();
  await waitForView(page, /^(?!.*only=1)/);
  await units(63);
  assert.equal(await only.getAttribute("aria-pressed"), "false");
  await page.goBack();
  await waitForView(page, /only=1/);
  await page.getByRole("button", { name: "Bỏ Hà Nội" }).click();
  await waitForView(page, /^(?!.*only=1)/);
  await units(63);
  assert.deepEqual(problems, []);
});

test("on a phone the choices that are wanted seldom are folded away", async () => {
  const path = "?p=compare&i=dti_province";
  const { page, problems } = await open({ path, viewport: PHONE });
  const more = page.getByRole("button", { name: "Đổi kỳ, nhóm, thứ tự" });
  assert.equal(await page.locator("#period").isVisible(), false);
  assert.equal(await more.getAttribute("aria-expanded"), "false");
  await more.click();
  await page.locator("#period").selectOption("2022");
  await waitForView(page, /time=2022/);
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  await more.click();
  await page.locator("#period").waitFor({ state: "hidden" });

  const wide = await open({ path, viewport: DESKTOP });
  assert.ok(await wide.page.locator("#period").isVisible());
  assert.equal(await wide.page.getByRole("button", { name: "Đổi kỳ, nhóm, thứ tự" }).isVisible(), false);
  assert.deepEqual([...problems, ...wide.problems], []);
});

test("going back closes what lies over a page, and leaves nothing behind once it is closed by hand", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=dti_province", viewport: PHONE });
  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("par_index");
  await waitForView(page, /i=par_index/);
  const address = page.url();
  const figure = page.locator("table.data .cell").first();
  const closed = () => page.waitForFunction(() => !document.querySelector("dialog[open]"));

  await figure.click();
  await drawer(page).waitFor();
  assert.equal(page.url(), address, "a look is not a view");
  await page.goBack();
  await closed();
  assert.equal(page.url(), address);

  await page.locator(".find").click();
  await drawer(page).waitFor();
  await page.goBack();
  await closed();
  assert.equal(page.url(), address);

  // Once closed by hand its entry is gone: the next step back leads to the view before.
  await figure.click();
  await drawer(page).waitFor();
  await page.keyboard.press("Escape");
  await closed();
  await page.waitForFunction(() => history.state === null);
  await page.goBack();
  await waitForView(page, /i=dti_province/);

  // A page that is visited from it replaces it.
  await page.locator(".find").click();
  await page.locator("dialog[open] input").fill("hoa binh");
  await page.keyboard.press("Enter");
  await waitForView(page, /p=place&e=province63:17/);
  await page.goBack();
  await waitForView(page, /i=dti_province/);
  assert.equal(await drawer(page).count(), 0);
  assert.deepEqual(problems, []);
});

test("what is chosen or opened while the browser still goes back from a closed panel stands", async () => {
  const { page, problems } = await open({
    path: "?p=compare&i=par_index",
    // A slow browser, which goes back only after a while.
    before: (page) => page.addInitScript(() => {
      const back = history.back.bind(history);
      history.back = () => setTimeout(back, 400);
    }),
  });
  await started(page);
  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("dti_province");
  await waitForView(page, /i=dti_province/);
  const look = async () => {
    await page.locator("table.data .cell").first().click();
    await drawer(page).waitFor();
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "detached" });
  };

  await look();
  await page.locator(".tabs").getByRole("link", { name: "Bản đồ" }).click();
  await waitForView(page, /tab=map.*i=dti_province/);
  await page.waitForTimeout(500);
  assert.equal(query(page).get("tab"), "map");
  assert.equal(await page.locator(".tabs [aria-current]").innerText(), "Bản đồ");
  // Its entry follows that of the view before, not the panel's.
  await page.goBack();
  await waitForView(page, /p=compare&i=dti_province/);

  await look();
  await page.locator(".find").click();
  await page.waitForTimeout(500);
  assert.equal(await drawer(page).count(), 1);
  await page.goBack();
  await drawer(page).waitFor({ state: "detached" });
  assert.equal(query(page).get("i"), "dti_province");

  // Opened and closed again meanwhile, it leaves nothing behind.
  await look();
  await page.locator(".find").click();
  await drawer(page).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForTimeout(500);
  await page.goBack();
  await waitForView(page, /i=par_index/);
  assert.deepEqual(problems, []);
});

test("the name of the site leads to the home page as it is, by a press as by its address", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=par_index&lang=en" });
  await started(page);
  const brand = page.locator(".brand");
  const leads = await brand.evaluate((link) => link.href);
  await brand.click();
  await waitForView(page, /^\?lang=en$/);
  assert.equal(page.url(), leads);
  assert.deepEqual(problems, []);
});

test("the choices stand in the address; back and forward restore them", async () => {
  const { page, problems } = await open({ path: "?p=compare" });

  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("dti_province");
  await waitForView(page, /i=dti_province/);
  await page.getByLabel("Kỳ").selectOption("2022");
  await waitForView(page, /time=2022/);
  assert.equal(query(page).get("i"), "dti_province");
  assert.equal(query(page).get("time"), "2022");
  assert.match(await page.title(), /năm.2022/);
  assert.match(await page.locator("h1").innerText(), /63.tỉnh, thành phố \(trước.1\/7\/2025\), năm.2022/);

  const period = (value) =>
    page.waitForFunction((wanted) => document.querySelector("#period").value === wanted, value);
  await page.goBack();
  assert.equal(query(page).get("time"), null);
  await period("2024");
  await page.goForward();
  await period("2022");
  await page.reload();
  await page.locator("#static").waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("Kỳ").inputValue(), "2022");
  assert.deepEqual(problems, []);
});

test("the language changes in place and keeps the view", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=dti_province&focus=province63:17" });

  await page.getByRole("link", { name: "English" }).click();
  await waitForView(page, /lang=en/);

  await page.waitForFunction(() => document.documentElement.lang === "en");
  assert.equal(query(page).get("lang"), "en");
  assert.equal(query(page).get("focus"), "province63:17");
  assert.match(spaced(await page.locator("h1").innerText()), /2024: the 63 provinces and cities before 1 July 2025/);
  // Out of sight the row has no text that is laid out.
  await page.locator("tr.on").scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  assert.match(await page.locator("tr.on").innerText(), /0\.7160/);
  assert.deepEqual(problems, []);
});

test("the English page is English before and after the app starts", async () => {
  const still = await openStatic({ path: "en/" });
  assert.match(await still.page.locator("h1").innerText(), /87\.02%/);
  const { page, problems } = await open({ path: "en/" });

  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator("h1").innerText(), /87\.02%/);
  assert.deepEqual(problems, []);
});

test("the rows of the chart are walked with the arrow keys and spoken", async () => {
  const { page, problems } = await open({ path: "?p=compare" });
  const stage = page.locator(".stage");
  const spoken = async () => spaced(await page.locator(".readout").innerText());

  await stage.focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await spoken(), /^Hà Nam: 68,54% \(từ 68,535% đến dưới 68,545%\) · hạng 1 · /);
  // With another key held the arrows are the browser's: back, or the end of the page.
  const taken = await stage.evaluate((element) =>
    ["altKey", "ctrlKey", "metaKey"].map((held) => {
      const event = new KeyboardEvent("keydown", { key: "ArrowLeft", [held]: true, bubbles: true, cancelable: true });
      return !element.dispatchEvent(event);
    }),
  );
  assert.deepEqual(taken, [false, false, false]);
  assert.ok((await spoken()).includes(" · năm 2024 · "), "the date");
  await page.keyboard.press("End");
  assert.match(await spoken(), /^Vĩnh Phúc: dưới 10%/);
  assert.equal(await page.locator(".readout button").count(), 0);
  await page.keyboard.press("Enter");
  const where = page.locator(".readout").getByRole("button", { name: "Số này in ở đâu?" });
  await where.waitFor();
  // Whoever goes on lets go of the pin; Escape first releases it.
  await page.keyboard.press("ArrowUp");
  await where.waitFor({ state: "detached" });
  assert.match(await spoken(), /^TP. Hồ Chí Minh: dưới 10%/);
  await page.keyboard.press("Enter");
  await where.waitFor();
  await page.keyboard.press("Escape");
  await where.waitFor({ state: "detached" });
  assert.match(await spoken(), /^TP. Hồ Chí Minh: dưới 10%/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(spaced(await drawer(page).innerText()), /dưới 10%/);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "detached" });
  assert.ok(await where.evaluate((element) => element === document.activeElement), "the focus is back");
  assert.deepEqual(await accessibilityProblems(page, { context: ".plot" }), []);
  assert.deepEqual(problems, []);
});

test("the pointer finds the row, a click pins it, and another releases it", async () => {
  const { page, problems } = await open({ path: "?p=compare" });
  await page.locator(".stage").scrollIntoViewIfNeeded();
  const box = await page.locator(".stage canvas").boundingBox();

  await page.mouse.move(box.x + 300, box.y + 75);
  assert.match(await page.locator(".readout").innerText(), /^Hà Nam/);
  const band = await page.locator(".band").last().boundingBox();
  assert.ok(band.height > 20, "a band lies under the row");
  await page.mouse.click(box.x + 300, box.y + 75);
  await page.locator(".readout.pinned").waitFor();
  await page.mouse.move(box.x + 300, box.y + 130);
  await page.mouse.move(box.x + 300, box.y - 100);
  assert.match(await page.locator(".readout").innerText(), /^Hà Nam/, "it stays while the pointer moves on");
  await page.getByRole("button", { name: "Số này in ở đâu?" }).last().click();
  assert.match(await drawer(page).innerText(), /68,54%/);
  await page.keyboard.press("Escape");
  await page.mouse.click(box.x + 300, box.y + 75);
  await page.locator(".readout.pinned").waitFor({ state: "detached" });
  await page.mouse.click(box.x + 300, box.y + 75);
  await page.getByRole("button", { name: "Bỏ ghim" }).click();
  assert.match(await page.locator(".readout").innerText(), /^Chạm vào/);
  assert.deepEqual(problems, []);
});

test("charts are sharp at every pixel density and follow the colours of the page", async () => {
  for (const deviceScaleFactor of [1, 1.5, 2, 3]) {
    const { page, problems } = await open({ deviceScaleFactor });
    const canvases = await page.locator("canvas").evaluateAll((found) =>
      found.map((canvas) => [canvas.width, canvas.getBoundingClientRect().width]));
    assert.ok(canvases.length >= 5);
    for (const [pixels, width] of canvases) assert.equal(pixels, Math.round(width * deviceScaleFactor));

    const ink = () => page.locator(".stage canvas").evaluate((canvas) => {
      // A copy, because reading the canvas itself back makes Chromium warn.
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
      return [...colours];
    });
    assert.ok((await ink()).includes("175,89,35"), "the provinces' hue in the light theme");
    await page.getByRole("button", { name: "Nền tối" }).click();
    assert.equal(query(page).get("theme"), "dark");
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    assert.ok((await ink()).includes("227,160,125"), "the provinces' hue in the dark theme");
    assert.deepEqual(problems, []);
  }
});

test("the widths of the charts' texts are those that the browser sets", async () => {
  const { page } = await openStatic();
  await page.evaluate(() => document.fonts.ready);
  const off = await page.locator(".chart text").evaluateAll((texts) =>
    texts.flatMap((text) => {
      // Behind every value is a rectangle, 4 px wider than the measured text. Where a band goes on
      // behind the value, that rectangle comes one element earlier.
      const before = [text.previousElementSibling, text.previousElementSibling?.previousElementSibling];
      const [behind] = before
        .filter((element) => element?.tagName === "rect" && element.getAttribute("x") === before[0].getAttribute("x"))
        .sort((a, b) => b.getAttribute("width") - a.getAttribute("width"));
      if (!behind || text.getClientRects().length === 0) return [];
      const measured = Number(behind.getAttribute("width")) - 4;
      const set = text.getComputedTextLength();
      const isLabel = Math.abs(Number(behind.getAttribute("x")) + 2 - Number(text.getAttribute("x"))) < 0.1;
      return isLabel ? [[text.textContent, measured, set]] : [];
    }));
  assert.ok(off.length >= 10);
  for (const [text, measured, set] of off) {
    assert.ok(Math.abs(measured - set) <= 0.02 * set + 0.5, `${text}: measured ${measured}, set ${set}`);
  }
});

test("an address with what we do not know opens the nearest view and says so", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=no_such&e=province63:99&colour=red&tab=pie&fbclid=x&utm_source=zalo" });
  const notice = await page.locator(".notice [role=status]").innerText();

  for (const part of ["no_such", "province63:99", "colour", "tab=pie"]) assert.ok(notice.includes(part), part);
  assert.ok(!notice.includes("fbclid") && !notice.includes("utm_source"));
  assert.ok(await page.locator(".stage canvas").isVisible());
  assert.deepEqual(problems, []);
});

test("when the data do not arrive whole the page says so and stays readable", async () => {
  const broken = {
    missing: (route) => route.fulfill({ status: 404, body: "" }),
    "cut short": async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ body: text.slice(0, text.length / 2), contentType: "application/json" });
    },
  };
  for (const [name, answer] of Object.entries(broken)) {
    const { page } = await openPage({ before: (page) => page.route("**/data.*.json", answer) });
    await page.locator("#failed").waitFor({ timeout: 5000 });
    assert.match(await page.locator("#failed").innerText(), /dữ liệu tải về chưa trọn vẹn/i, name);
    assert.ok(await page.locator("#static h1").isVisible(), name);
    assert.ok(await page.locator("#static svg.chart:visible").first().isVisible(), name);
  }
});

test("when WebAssembly cannot start the page says so and stays readable", async () => {
  const { page } = await openPage({ before: (page) => page.route("**/*.wasm", (route) => route.abort()) });
  await page.locator("#failed").waitFor({ timeout: 5000 });
  assert.ok(await page.locator("#static h1").isVisible());
});

/** Breaks what only the module uses, before the page is drawn or while it is. */
const BREAKS = {
  "while it starts": () => {
    const { getAttribute } = Element.prototype;
    Element.prototype.getAttribute = function (name) {
      if (name === "data-view") throw new Error("broken");
      return getAttribute.call(this, name);
    };
  },
  "while its first page is drawn": () => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (name, ...options) {
      if (name === "main") throw new Error("broken");
      return createElement.call(this, name, ...options);
    };
  },
};
for (const [when, broken] of Object.entries(BREAKS)) {
  test(`when the explorer breaks ${when} the page says so and stays readable`, async () => {
    const { page } = await openPage({ before: (page) => page.addInitScript(broken) });
    await page.locator("#failed").waitFor({ timeout: 5000 });
    assert.ok(await page.locator("#static h1").isVisible());
  });
}

test("a key pressed while the explorer is made opens nothing out of sight, and what it opens after is seen", async () => {
  const { page, problems } = await openPage({ path: "compare/", untouched: true });
  // The press may come before, during or after the start of the explorer.
  for (let press = 0; press < 20 && !(await page.locator("#find").isVisible()); press += 1) {
    await page.keyboard.press("Control+k");
    assert.ok((await page.locator("#static").count()) === 0 || (await page.locator("dialog[open]").count()) === 0);
    await page.waitForTimeout(40);
  }
  await page.locator("#find").waitFor();
  assert.ok(await page.locator("#find").evaluate((field) => field === document.activeElement));
  assert.deepEqual(problems, []);
});

test("without JavaScript every figure of the story is there with its source", async () => {
  const { page } = await openPage({ javaScriptEnabled: false });
  const text = spaced(await page.locator("#static").innerText());
  for (const part of ["87,02%", "dưới 5%", "17,9%", "39,82%", "năm 2022, đoạn 4", "năm 2025, đoạn 1"]) {
    assert.ok(text.includes(part), part);
  }
  assert.ok(await page.locator("noscript .notice").isVisible());
});

test("Trusted Types are enforced", async () => {
  for (const headers of [{}, false]) {
    const { page } = await open({ headers });
    const refused = await page.evaluate(() => {
      try {
        document.createElement("p").innerHTML = "<b>x</b>";
        return "allowed";
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, "TypeError");
  }
});

test("nothing is wider than the screen, from 320 px up", async () => {
  for (const width of [320, 360, 390, 768, 1024, 1440]) {
    for (const path of ["", "?p=compare&e=ministry22", "en/"]) {
      const { page } = await open({ path, viewport: { width, height: 800 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} at ${width} px is ${wide} px too wide`);
    }
  }
});

test("on a phone everything to touch is at least 44 px high", async () => {
  const { page } = await open({ viewport: PHONE, context: { hasTouch: true, isMobile: true } });
  const small = await page.locator("button:visible, select:visible, input:visible, .nav a:visible, .set a:visible")
    .evaluateAll((found) => found.map((element) => [element.textContent, element.getBoundingClientRect().height]));
  assert.ok(small.length > 10);
  assert.deepEqual(small.filter(([, height]) => height < 44), []);
});

test("everything on the page is reached by the Tab key in reading order", async () => {
  const { page } = await open({ path: "?p=compare" });
  const order = [];
  for (let step = 0; step < 48; step += 1) {
    await page.keyboard.press("Tab");
    order.push(await page.evaluate(() => {
      const { id, className, tagName } = document.activeElement;
      const outline = getComputedStyle(document.activeElement).outlineStyle;
      return { what: id || className || tagName, outline };
    }));
  }
  const names = order.map(({ what }) => what);
  const places = ["skip", "brand", "indicator", "period", "universe", "sort", "search", "stage"].map((name) => names.indexOf(name));
  assert.deepEqual(places, [...places].sort((a, b) => a - b), names.join(" "));
  assert.ok(places.every((place) => place >= 0), names.join(" "));
  assert.deepEqual(order.filter(({ outline }) => outline === "none"), [], "the focus is visible");
});

for (const [name, options] of Object.entries({
  "home, light": {},
  "home, dark": { colorScheme: "dark" },
  "home, English, phone": { path: "en/", viewport: PHONE },
  "compare, dark, phone": { path: "?p=compare&i=dti_province&focus=province63:17", viewport: PHONE, colorScheme: "dark" },
  "ministries": { path: "?p=compare&e=ministry22" },
  "static page": { javaScriptEnabled: true, before: (page) => page.route("**/data.*.json", (route) => route.abort()) },
})) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page } = await (name === "static page" ? openPage : open)(options);
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

test("axe finds nothing in the open panel and in the open search list", async () => {
  const { page } = await open();
  await page.locator(".where").first().click();
  await page.waitForTimeout(300);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.keyboard.press("Escape");
  await page.locator("#search").fill("ha");
  assert.deepEqual(await accessibilityProblems(page), []);
});

test("on paper every chart is there, with the address of the page, and nothing that asks to be pressed", async () => {
  for (const path of ["?p=compare&i=dti_province", "?p=story&e=hoa-binh", "?p=story&e=services-and-dossiers", "?p=place&e=province63:17"]) {
    const { page, server, problems } = await open({ path });
    await page.locator("main canvas:visible").first().waitFor();
    await page.waitForTimeout(300);
    const onScreen = await page.locator("main canvas:visible").count();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(onScreen > 0, path);
    const isVector = (wanted) => [...document.querySelectorAll(".vector")].filter((one) => one.checkVisibility()).length === wanted;
    await page.waitForFunction(isVector, onScreen, { timeout: 5000 });
    assert.ok(spaced(await page.locator(".paper").innerText()).startsWith(`Rõ Số · ${server.url}`), path);
    for (const gone of [".tabs", ".take", ".pagefoot", ".foot", ".nav"]) assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
    assert.deepEqual(problems, []);
  }
});

test("the headline story is a handout of three pages", async () => {
  const { page, problems } = await open({ path: "?p=story&e=hoa-binh" });
  await page.locator("main canvas:visible").first().waitFor();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 3);
  assert.deepEqual(problems, []);
});

test("the tab of the table shows it where the picture would be, before the notes", async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const { page, problems } = await open({ path: "?p=compare&i=end_to_end_dossier_rate&tab=table", viewport });
    await page.locator(".frame .data tbody tr").first().waitFor();
    const top = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top + scrollY);
    const [tabs, table, take] = [await top(".tabs"), await top(".frame .data tbody tr"), await top(".take")];
    assert.ok(table < take && table - tabs < 800, `${tabs} ${table} ${take}`);
    assert.equal(await page.locator(".data").count(), 1);
    // The same table stands below the notes of a picture, and comes back.
    const own = await page.locator(".data tbody").elementHandle();
    for (const [tab, order] of [["Xếp hạng", ["plot", "footer", "table"]], ["Bảng", ["table", "footer"]]]) {
      await page.locator(".tabs").getByRole("link", { name: tab, exact: true }).click();
      const found = () => page.locator(".frame > :is(.plot, .twin, footer)").evaluateAll((all) =>
        all.map((one) => (one.matches(".twin") ? "table" : one.matches(".plot") ? "plot" : "footer")));
      await page.waitForFunction((count) => document.querySelectorAll(".frame > :is(.plot, .twin, footer)").length === count, order.length);
      assert.deepEqual(await found(), order);
      assert.ok(await own.evaluate((tbody) => tbody === document.querySelector(".data tbody")), "not made anew");
    }
    assert.deepEqual(problems, []);
  }
});

test("on paper a table keeps its columns within the page, and a chart of all provinces leaves no page half empty", async () => {
  const { page } = await open({ path: "?p=compare&i=dti_province" });
  await page.locator(".stage canvas").waitFor();
  // The width of A4, and a narrower one, as some browsers count it.
  for (const width of [794, 680]) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.locator(".vector").first().waitFor();
    const cut = await page.locator(".data td:last-child").evaluateAll((cells) => cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth || getComputedStyle(cell).display !== "table-cell").length);
    assert.equal(cut, 0, `${width}`);
    const top = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top);
    assert.ok((await top(".frame > .notes")) < (await top(".frame > .plot")), "what is to be read fills the first page");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }
});

test("charts are light on paper, whatever the page is", async () => {
  const { page } = await open({ path: "?p=compare", colorScheme: "dark" });
  const hue = () => page.locator(".stage canvas").evaluate((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 175 && data[at + 1] === 89 && data[at + 2] === 35) return "light";
    }
    return "dark";
  });
  assert.equal(await hue(), "dark");
  await page.emulateMedia({ media: "print" });
  for (let tries = 0; tries < 40 && (await hue()) !== "light"; tries += 1) await page.waitForTimeout(50);
  assert.equal(await hue(), "light");
});
