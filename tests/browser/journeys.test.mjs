// Journeys of the people whom the site is for: a visitor on a phone, a journalist in a hurry, a
// trainer in a hall without a network. The maintainer's journey, from a report to the figures, is
// in tests/new_report.rs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, fileUrl, open, openApp, spaced, started, told, viewIn, viewOf, waitForView } from "./harness.mjs";

const TOUCH = { viewport: PHONE, context: { hasTouch: true, isMobile: true } };
const drawer = (page) => page.locator("dialog.drawer[open]");
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const focusedId = (page) => page.evaluate(() => document.activeElement.id);

// -------------------------------------------------------------------- a visitor: "and my province?"

test("visitor, phone: three taps from the home page to how my province is doing", async () => {
  const { page, problems } = await openApp(TOUCH);
  await page.getByRole("button", { name: "Tìm" }).tap();
  await page.keyboard.type("thanh hoa");
  await page.locator("dialog.finder [role=option]").first().tap();
  await waitForView(page, /p=place&e=province63:38/);
  // First the answer in words: its rank, the age of the figure, and a comparison with others.
  assert.match(await told(page.locator(".lead").first()), /^Thanh Hóa đứng thứ \d+ trong 63 tỉnh, thành phố/);
  assert.match(await told(page.locator(".age")), /Số mới nhất ở đây/);
  const words = await told(page.locator("section.row").first());
  assert.match(words, /so với|cao hơn|thấp hơn/);
  assert.ok(await page.locator(".scale svg:visible").first().isVisible(), "and in a picture");
  assert.ok(await page.getByRole("button", { name: "Chia sẻ trang này" }).isVisible());
  assert.deepEqual(problems, []);
});

test("visitor, phone: Hòa Bình beside the rural places, and why the two are not compared", async () => {
  const { page, problems } = await openApp(TOUCH);
  const reasons = page.locator("#story .reasons tbody tr");
  assert.ok((await reasons.count()) >= 5);
  // Each row tells both sides, each labelled with its figure.
  const period = reasons.filter({ hasText: "Khác kỳ" }).first();
  assert.match(await told(period), /Từ đầu năm đến tháng 8\/2022[\s\S]*Năm 2024/);
  const sides = await period.locator("td").evaluateAll((cells) => cells.map((cell) => cell.dataset.l));
  assert.deepEqual(sides.map(spaced), ["87,02%", "dưới 5%"]);
  // Each figure leads to the paragraph that prints it.
  for (const [at, printed, paragraph] of [[0, "87,02%", "Đoạn 4"], [1, "dưới 5%", "Đoạn 1"]]) {
    await page.locator("#story .fig .where").nth(at).tap();
    const panel = await told(drawer(page));
    assert.ok(panel.includes(printed) && panel.includes(paragraph), panel);
    await drawer(page).getByRole("button", { name: "Đóng" }).tap();
    await drawer(page).waitFor({ state: "detached" });
  }
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------------ a journalist: a correct figure, cited

test("journalist: from a question to a figure with its source, the language switched on the way", async () => {
  const { page, problems } = await openApp({
    viewport: DESKTOP,
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await page.locator(".nav").getByRole("link", { name: "So sánh" }).click();
  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("dti_province");
  const box = page.getByRole("combobox", { name: "Thêm một nơi" });
  await box.fill("hoa binh");
  await page.keyboard.press("Enter");
  await waitForView(page, /focus=province63:17/);
  await page.locator(".tabs").getByRole("link", { name: "Theo thời gian" }).click();
  await waitForView(page, /tab=line/);
  const vietnamese = viewOf(page);

  // The other language shows the same view, with the verdict before the chart.
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  assert.equal(viewOf(page), `${vietnamese}&lang=en`);
  assert.equal(await told(page.locator(".tabs [aria-current]")), "Over time");
  assert.match(await told(page.locator("#explore .verdict h2")), /^(Comparable|Not directly comparable)/);
  const above = await page.locator("#explore .verdict").evaluate((verdict) =>
    Boolean(verdict.compareDocumentPosition(document.querySelector("#explore .plot")) & Node.DOCUMENT_POSITION_FOLLOWING));
  assert.ok(above, "the warning stands before the chart");

  await page.locator("table.data tr.on .cell").last().click();
  await drawer(page).getByRole("button", { name: "Copy a citation" }).click();
  await drawer(page).getByText("The citation is copied.").waitFor();
  const cited = spaced(await clipboard(page));
  assert.match(cited, /0\.7160/);
  assert.match(cited, /2024/);
  const [address] = /http\S+/.exec(cited);
  assert.equal(viewIn(address), `${vietnamese}&lang=en`, "the address brings the view back");

  // It does so in a new browser.
  const { pathname, search } = new URL(page.url());
  const { page: other } = await openApp({ path: `${pathname.slice(1)}${search}` });
  assert.equal(await told(other.locator(".tabs [aria-current]")), "Over time");
  assert.match(await told(other.locator("table.data tr.on").first()), /Hòa Bình/);
  assert.deepEqual(problems, []);
});

test("journalist, phone: which figures of the SME programme do not add up", async () => {
  const { page, problems } = await openApp(TOUCH);
  await page.getByRole("button", { name: "Tìm" }).tap();
  await page.keyboard.type("doanh nghiep nho va vua");
  await page.locator("dialog.finder").getByRole("group", { name: "Hệ thống" }).getByRole("option").first().tap();
  await waitForView(page, /p=system&e=sme-programme/);
  await page.locator(".head").getByRole("link", { name: /lệch chữ số cuối/ }).tap();
  await waitForView(page, /focus=last-digit/);
  const rows = await page.locator(".check").allInnerTexts();
  assert.equal(rows.length, 2);
  for (const row of rows) assert.match(spaced(row), /Lệch chữ số cuối\s+lệch 0,01 điểm phần trăm/);
  // Going back retraces the steps.
  await page.goBack();
  await waitForView(page, /p=system/);
  await page.goBack();
  await waitForView(page, /^$/);
  assert.match(await told(page.locator("h1")), /87,02%/);
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------ a trainer: a hall, a projector, no network

test("trainer: the stories are stepped through with the arrow keys, from one file on a disk", async () => {
  const { page, problems } = await openApp({ url: fileUrl("ro-so.html"), viewport: { width: 1920, height: 1080 } });
  await page.locator("#stories .story h3 a").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Trình chiếu", exact: true }).first().click();
  await page.locator(".steps").waitFor();
  const heading = () => told(page.locator("h1"));
  const first = await heading();
  await page.keyboard.press("ArrowRight");
  const second = await heading();
  assert.notEqual(second, first);
  assert.equal(await page.evaluate(() => scrollY), 0, "each begins at its top");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await heading(), first);
  // One press is one step, however long; with Shift, or in a box that it scrolls, it is none.
  for (let held = 0; held < 5; held += 1) await page.keyboard.down("ArrowRight");
  await page.keyboard.up("ArrowRight");
  assert.equal(await heading(), second);
  await page.keyboard.press("Shift+ArrowRight");
  await page.locator(".tablewrap").first().focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await heading(), second);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("ArrowLeft");
  assert.equal(await heading(), first);
  // Large enough for the last row of the hall.
  const size = await page.locator(".steps .lead").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  assert.ok(size >= 24, `${size} px`);
  const canvas = page.locator(".steps .plot canvas").first();
  const [wide, own, painted] = await canvas.evaluate((one) => [one.getBoundingClientRect().width, one.clientWidth, one.width]);
  assert.ok(wide / own > 1.4 && Math.abs(painted - wide) < 2, `charts are larger, and sharp: ${wide}, ${own}, ${painted}`);
  // Beyond the ends nothing happens.
  for (let step = 0; step < 14; step += 1) await page.keyboard.press("ArrowRight");
  const last = await heading();
  await page.keyboard.press("ArrowRight");
  assert.equal(await heading(), last);
  await page.keyboard.press("F11");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  // The key of a wireless presenter scrolls through a story before it goes on to the next.
  for (let step = 0; step < 14; step += 1) await page.keyboard.press("ArrowLeft");
  await page.locator(".stepbar .before").waitFor({ state: "detached" });
  const opening = await heading();
  // Until the story is drawn, its page ends on the first screen.
  await page.waitForFunction(() => document.documentElement.scrollHeight > 1.2 * innerHeight);
  const seen = [];
  while ((await heading()) === opening && seen.length < 30) {
    const top = await page.evaluate(() => scrollY);
    seen.push(top);
    await page.keyboard.press("PageDown");
    // Further down, or another story at its top.
    await page.waitForFunction((top) => scrollY !== top, top);
  }
  assert.notEqual(await heading(), opening);
  assert.ok(seen.length > 1 && seen.at(-1) > seen[0], `seen at ${seen}`);
  await page.keyboard.press("F11");
  await page.waitForFunction(() => document.fullscreenElement === null);
  // An old projector, and a browser that was at full screen before: each picture has the whole width,
  // and the presenter's key goes on from the end of the page.
  await page.setViewportSize({ width: 1024, height: 768 });
  const widths = await page.locator(".steps .panels .plot").evaluateAll((all) => all.map((plot) => plot.getBoundingClientRect().width));
  assert.ok(widths.length > 0 && widths.every((width) => width > 600), `${widths}`);
  const shown = await heading();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.keyboard.press("PageDown");
  await page.waitForFunction((shown) => document.querySelector("h1").textContent !== shown, shown);
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------------------------------ the keyboard alone

test("by keyboard alone: find, compare, read where it is printed, switch the language, go back", async () => {
  const { page, problems } = await openApp({ viewport: DESKTOP });
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (is, most = 80) => {
    for (let step = 0; step < most; step += 1) {
      await press("Tab");
      const at = await page.evaluate(() => {
        const { id, textContent, className, tagName } = document.activeElement;
        return { id, text: textContent.trim(), name: `${tagName} ${className}`, outline: getComputedStyle(document.activeElement).outlineStyle };
      });
      assert.notEqual(at.outline, "none", `the focus is seen on ${at.name}`);
      if (is(at)) return;
    }
    assert.fail(`not reached: ${is}`);
  };

  await press("Control+k");
  await page.keyboard.type("dti");
  await page.locator("dialog.finder [role=option]").first().waitFor();
  await press("Enter");
  await page.locator("dialog.finder[open]").waitFor({ state: "detached" });

  await page.goto(new URL("?p=compare&i=dti_province", page.url()).href);
  await started(page);
  await tabTo(({ id }) => id === "search");
  await page.keyboard.type("hoa binh");
  await press("Enter");
  await waitForView(page, /focus=province63:17/);
  assert.equal(await focusedId(page), "search", "the focus stays where one types");

  // Tab on to the map; the pressed link keeps the focus.
  await tabTo(({ text }) => text === "Bản đồ");
  await press("Enter");
  await waitForView(page, /tab=map/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Bản đồ");
  await tabTo(({ name }) => name.includes("stage"));
  // The figure is pinned; the next tab stop leads to where it is printed.
  await press("ArrowDown", "Enter");
  await page.locator(".readout.pinned").waitFor();
  await press("Tab", "Enter");
  await drawer(page).waitFor();
  assert.match(await told(drawer(page)), /Số này in ở đâu\?/);
  await press("Escape");
  await drawer(page).waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Số này in ở đâu/, "the focus is back");

  const before = viewOf(page);
  await page.locator("body").evaluate(() => document.activeElement.blur());
  await press("Home");
  await page.getByRole("link", { name: "English" }).focus();
  await press("Enter");
  await page.waitForFunction(() => document.documentElement.lang === "en");
  assert.equal(viewOf(page), `${before}&lang=en`);
  assert.equal(await told(page.locator(".tabs [aria-current]")), "Map");
  // One step back restores the language, the next one the tab.
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.lang === "vi");
  assert.equal(viewOf(page), before);
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("tab=map"));
  assert.deepEqual(problems, []);
});

// ---------------------------------------------------------------------------- the address restores

test("the address of every kind of view gives it back, in a new browser and in the other language", async () => {
  for (const path of [
    "?p=compare&tab=slope&i=dti_province&e=region6:TDMNPB&time=2022..2024&focus=province63:17",
    "?p=compare&tab=scatter&i=end_to_end_dossier_rate~dti_province&focus=province63:17",
    "?p=story&tab=steps&e=cyber-attacks",
    "?p=place&e=ministry22:BTTTT",
    "?p=checks&e=sme-programme&focus=last-digit",
    "?p=sources&tab=places",
  ]) {
    const { page, problems } = await openApp({ path });
    const headings = (page) => page.locator("h1, h2").count();
    const count = await headings(page);
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    const { pathname, search } = new URL(page.url());
    const { page: other } = await openApp({ path: `${pathname.slice(1)}${search}` });
    assert.equal(await headings(other), count, path);
    assert.equal(await told(other.locator("h1")), await told(page.locator("h1")), path);
    assert.equal(await other.title(), await page.title(), path);
    await other.getByRole("link", { name: "Tiếng Việt" }).click();
    await other.waitForFunction(() => document.documentElement.lang === "vi");
    assert.equal(viewOf(other), path, "there and back is the same view");
    assert.deepEqual(problems, []);
  }
});

test("the address in the bar is that of the page itself: whoever copies it or loads it anew gets that, before any script", async () => {
  const { page, server, problems } = await openApp(DESKTOP);
  const go = async (wanted) => {
    await page.locator(`.site .nav a[href="${server.url}${wanted}"]`).click();
    await page.waitForURL(`${server.url}${wanted}`);
  };
  await go("places/");
  await page.locator("main a[href$='places/province63-17/']").first().click();
  await page.waitForURL(`${server.url}places/province63-17/`);
  const links = page.locator(".site .nav a");
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.href));
  assert.ok(hrefs.every((href) => href.startsWith(server.url) && !href.includes("/places/province63-17/")), String(hrefs));
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(`${server.url}en/places/province63-17/`);
  const heading = await told(page.locator("h1"));

  const still = await open({ path: new URL(page.url()).pathname.slice(1), javaScriptEnabled: false });
  assert.equal(await told(still.page.locator("h1")), heading);
  assert.equal(await still.page.title(), await page.title());

  // A jump within the page changes no view, and links work from there.
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  assert.equal(await told(page.locator("h1")), heading);
  await go("en/sources/");
  const file = page.locator(".downloads a").first();
  assert.equal((await page.request.get(await file.evaluate((link) => link.href))).status(), 200);
  await go("en/compare/");
  await page.locator("#indicator").selectOption("dti_province");
  await page.waitForURL(`${server.url}en/indicators/dti_province/`);
  await page.locator(".tabs").getByRole("link", { name: "Map" }).click();
  await page.waitForURL(`${server.url}en/indicators/dti_province/?tab=map`);
  // The large figures of a story have their own font, which is loaded only there.
  await page.getByRole("link", { name: "Stories" }).first().click();
  await page.locator(".stories h3 a").first().click();
  await page.waitForURL(`${server.url}en/stories/*/`);
  await page.evaluate(() => document.fonts.ready);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(`${server.url}en/indicators/dti_province/?tab=map`);

  await page.reload();
  await page.locator("#static").waitFor({ state: "detached" });
  assert.equal(await told(page.locator(".tabs [aria-current]")), "Map");
  await page.goBack();
  await page.waitForURL(`${server.url}en/indicators/dti_province/`);
  assert.equal(await told(page.locator(".tabs [aria-current]")), "Ranked");
  assert.deepEqual(problems, []);
});
