// What a page shows in unusual states: loading, empty, not comparable, not existing, without fonts,
// without a canvas. Denied storage is tested in offline.test.mjs; a module or data that do not
// arrive, in explorer.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, accessibilityProblems, open, openApp, spaced, started, told, tooWide, viewOf } from "./harness.mjs";


test("on its way: the page is read, its controls wait, and nothing says that it failed", async () => {
  let arrive;
  const held = new Promise((done) => (arrive = done));
  const { page, problems, server } = await open({ context: { serviceWorkers: "block" }, path: "method/" });
  await page.route("**/data.*.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL("compare/", server.url).href, { waitUntil: "commit" });
  const still = page.locator("#static");
  await still.locator("h1").waitFor();
  assert.ok(await still.locator("svg.chart:visible").first().isVisible(), "the chart is there");
  assert.ok(await still.locator("table.data").first().isVisible(), "and its table");
  for (const control of ["#indicator", "#period", "#universe", "#search", ".find"]) {
    assert.ok(await still.locator(control).isDisabled(), control);
  }
  assert.ok(await page.locator("#failed").isHidden());
  // Links work before anything has started.
  assert.match(await still.locator(".nav a").nth(2).getAttribute("href"), /places\/$/);
  arrive();
  await started(page);
  assert.ok(await page.locator("#app #indicator").isEnabled());
  // Playwright reports that it blocks the service worker, which would have the data at once.
  assert.deepEqual(problems.filter(({ text }) => !text.includes("Service Worker registration blocked")), []);
});

test("empty: a search, a list and a selection without a hit say so, and lead back", async () => {
  const { page, problems } = await openApp({ path: "?p=checks&e=sme-programme&focus=agrees" });
  assert.equal(await page.locator(".check").count(), 0);
  assert.match(await told(page.locator("#shown")), /Không có phép tính nào/);
  await page.locator(".tally").getByRole("link", { name: /tất cả/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".check").length > 1);

  // A place without a figure of the indicator: the nearest view is shown, and what is missing.
  const { page: compare } = await openApp({ path: "?p=compare&tab=map&i=end_to_end_dossier_rate&e=province34:25" });
  assert.match(await told(compare.locator("main")), /Phú Thọ/);
  assert.ok(await compare.locator("h1").isVisible());
  assert.deepEqual(problems, []);
});

test("a place without a figure says so, and why, and shows what there is", async () => {
  const { page, problems } = await openApp({ path: "?p=place&e=ministry22:VTV" });
  const text = await told(page.locator("main"));
  assert.match(text, /Chưa có số nào/);
  assert.match(text, /Chỗ trống không phải là số 0/);
  assert.ok(!/\b0%/.test(text), "a gap is not a zero");
  assert.deepEqual(problems, []);
});

test("not comparable: the two stand side by side, with each reason and no number computed from both", async () => {
  const { page, problems } = await openApp();
  const verdict = page.locator("#story .verdict");
  assert.match(await told(verdict), /^Không so sánh trực tiếp/);
  for (const reason of ["Khác chỉ tiêu", "Mẫu số không rõ", "Khác kỳ", "Khác phạm vi", "Chỉ biết một phía"]) {
    assert.ok(await verdict.getByRole("rowheader", { name: reason }).first().isVisible(), reason);
  }
  const text = await told(page.locator("#story"));
  // Neither 87,02 − 5 nor 87,02 ÷ 5.
  assert.ok(!/82,02|17,4 lần/.test(text), text);

  // A tab that cannot be drawn is struck through, and says why.
  const { page: broken } = await openApp({ path: "?p=compare&tab=bars&i=end_to_end_dossier_rate&e=nation" });
  const struck = await broken.locator(".tabs .off").all();
  assert.ok(struck.length > 0);
  for (const off of struck) {
    assert.ok((await off.getAttribute("title")).length > 10, await off.innerText());
  }
  assert.deepEqual(problems, []);
});

for (const [name, path, wanted, offered] of [
  ["page", "?p=hoa-binh", "Không có trang này", /Tỉnh Hòa Bình/],
  ["place", "?p=place&e=province34:17", "Không có trang này", /Hòa Bình/],
  ["system", "?p=system&e=vneid-app", "Không có trang này", /VNeID/],
  ["story", "?p=story&e=cyber", "Không có trang này", /Câu chuyện/],
]) {
  test(`what does not exist is named in both languages, with the nearest there is: a ${name}`, async () => {
    const { page, problems } = await openApp({ path });
    assert.equal(await told(page.locator("h1")), wanted);
    const asked = await page.locator(".lead code").innerText();
    assert.match(await told(page.locator("main")), offered);
    assert.match(await page.title(), /^Không có trang này/);

    await page.getByRole("link", { name: "English" }).click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.equal(viewOf(page), `${path}&lang=en`, "the name that is asked for stays");
    assert.equal(await page.locator(".lead code").innerText(), asked);
    await page.reload();
    await started(page);
    assert.equal(await told(page.locator("h1")), "There is no such page");
    assert.deepEqual(await accessibilityProblems(page), []);
    // After the next step nothing of it is left.
    await page.locator(".lost .links a").last().click();
    await page.locator(".lost").waitFor({ state: "detached" });
    assert.ok(!viewOf(page).includes(asked), viewOf(page));
    assert.deepEqual(problems, []);
  });
}

test("a name that nobody has, in a comparison, is noted, and the note can be put away", async () => {
  const { page, problems } = await openApp({ path: "?p=compare&i=dti_province&e=province63:99&colour=red" });
  const notice = page.locator(".notice:has([role=status])");
  assert.match(await told(notice), /province63:99/);
  assert.match(await told(notice), /colour/);
  assert.ok(await page.locator(".stage canvas").isVisible());
  await notice.getByRole("button", { name: "Đóng" }).click();
  assert.ok(!(await page.locator("main").innerText()).includes("colour"));
  assert.deepEqual(problems, []);
});

for (const [name, viewport] of Object.entries({ desktop: { width: 1280, height: 800 }, phone: PHONE })) {
  test(`without its fonts the site is set in another, and nothing overflows: ${name}`, async () => {
    const { page, problems } = await openApp({
      viewport,
      path: "?p=compare&i=dti_province&focus=province63:17",
      before: (page) => page.route("**/*.woff2", (route) => route.abort()),
    });
    assert.ok(await page.evaluate(() => [...document.fonts].filter((font) => font.status === "error").length > 0));
    assert.ok(await page.locator(".stage canvas").isVisible());
    assert.ok((await tooWide(page)) <= 0);
    await page.locator("tr.on").scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    assert.match(await told(page.locator("tr.on")), /Hòa Bình/);
    // The heading fits its box in the other font.
    const wide = await page.locator("h1").evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.ok(wide <= 0);
    // Only the fonts failed.
    const others = problems.filter(({ kind, text }) => !(/woff2/.test(text) || (kind === "console" && /net::ERR_FAILED/.test(text))));
    assert.deepEqual(others, []);
  });
}

test("where nothing can be painted the sentence and the table are there", async () => {
  const { page } = await openApp({
    path: "?p=compare&i=dti_province",
    before: (page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; }),
  });
  assert.match(spaced(await page.locator(".finding").first().innerText()), /0,8373/);
  assert.ok((await page.locator("table.data tbody tr").count()) > 60);
});
