// Journeys through the pages of places: what became of a province, what is known of it, and where
// each figure was printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DESKTOP,
  PHONE,
  accessibilityProblems,
  open as openPage,
  openApp as open,
  spaced,
  started,
  told,
  tooWide,
  viewOf,
  waitForView,
} from "./harness.mjs";

const TOUCH = { viewport: PHONE, context: { hasTouch: true, isMobile: true } };
const HOA_BINH = "?p=place&e=province63:17";
const drawer = (page) => page.locator("dialog.drawer[open]");
const filter = (page) => page.getByRole("textbox", { name: "Gõ tên nơi cần tìm" });
/** The text of the focused element; nothing if the focus is nowhere. */
const focused = (page) =>
  page.evaluate(() => (document.activeElement === document.body ? "" : document.activeElement.textContent));

// ------------------------------------------------------------------------------------- the visitor

for (const [name, options] of Object.entries({ desktop: { viewport: DESKTOP }, phone: TOUCH })) {
  test(`from the menu to Hòa Bình by typing "hoa binh": ${name}`, async () => {
    const { page, problems } = await open(options);
    await page.locator(".nav").getByRole("link", { name: "Tỉnh và bộ" }).click();
    await filter(page).fill("hoa binh");
    const left = page.locator(".placelist a");
    assert.deepEqual(await left.allInnerTexts().then((all) => all.map((text) => text.split(/\s(?:\d|lập từ)/)[0].trim())), ["Hòa Bình", "Phú Thọ"]);
    assert.equal(await told(page.locator(".filter").getByRole("status")), "2 nơi phù hợp");
    await left.first().click();

    await waitForView(page, /e=province63:17/);
    assert.equal(await page.evaluate(() => scrollY), 0, "it begins at its top");
    assert.equal(await told(page.locator("h1")), "Hòa Bình");
    // The age of the newest figure comes first; what the unit is now is beside its name.
    assert.equal(await told(page.locator(".kicker .age")), "Số mới nhất ở đây: năm 2024");
    assert.equal(await told(page.locator(".when")), "đến ngày 30/6/2025 · nay thuộc tỉnh Phú Thọ");
    assert.match(await told(page.locator(".lead")), /^Hòa Bình đứng thứ 30 trong 63 tỉnh, thành phố/);
    // Going back, the list is as it was left; opened again, it is whole.
    await page.goBack();
    await left.first().waitFor();
    assert.equal(await filter(page).inputValue(), "hoa binh");
    await page.locator(".nav").getByRole("link", { name: "Tỉnh và bộ" }).click();
    await page.waitForFunction(() => document.querySelector("#filter").value === "");
    assert.deepEqual(problems, []);
  });
}

test("the list is filtered as it is typed: without marks, by district, by abbreviation, to nothing", async () => {
  const { page, problems } = await open({ path: "?p=place" });
  const all = await page.locator(".placelist a").count();
  const names = () => page.locator(".placelist a > span").allInnerTexts();
  for (const [typed, wanted] of [
    ["quan dong da", "Hà Nội"],
    ["BTTTT", "Bộ Thông tin và Truyền thông"],
    ["Hoà Bình", "Hòa Bình"],
    ["dong bang song hong", "Đồng bằng sông Hồng"],
  ]) {
    await filter(page).fill(typed);
    assert.ok((await names()).includes(wanted), `${typed}: ${await names()}`);
  }
  await filter(page).fill("khong co noi nay");
  assert.deepEqual(await names(), []);
  assert.equal(await told(page.locator(".filter").getByRole("status")), "Không tìm thấy. Ở đây có tỉnh, thành phố, bộ, ngành; không có số của quận, huyện, xã.");
  await page.keyboard.press("Enter");
  assert.equal(viewOf(page), "?p=place", "there is nowhere to go");
  await filter(page).fill("");
  assert.equal(await page.locator(".placelist a").count(), all);
  assert.equal(viewOf(page), "?p=place", "what is typed is not kept");
  // Enter goes to the best hit.
  await filter(page).fill("hue");
  await page.keyboard.press("Enter");
  await waitForView(page, /e=province34:46/);
  assert.deepEqual(problems, []);
});

test("on a phone the list is short, in two columns, and everything in it is 44 px high", async () => {
  const { page, problems } = await open({ path: "?p=place", ...TOUCH });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 4500, `${height} px`);
  const links = page.locator(".placelist a:visible, .placegroups h3 a:visible, .placegroups summary, #filter");
  const boxes = await links.evaluateAll((found) => found.map((element) => {
    const { height, left } = element.getBoundingClientRect();
    return { text: element.textContent, height, left };
  }));
  assert.deepEqual(boxes.filter(({ height }) => height < 44), []);
  assert.ok(new Set(boxes.map(({ left }) => Math.round(left))).size >= 2, "two columns");
  // The ministries are folded up, and a tap unfolds them.
  const ministries = page.locator("details").filter({ hasText: "Bộ, ngành trong các báo cáo" });
  assert.ok(!(await ministries.locator("a").first().isVisible()));
  await ministries.locator("summary").tap();
  await ministries.getByRole("link", { name: /^Bộ Nội vụ/ }).tap();
  await waitForView(page, /ministry22:BNV/);
  assert.deepEqual(problems, []);
});

test("what is typed into the static list before the explorer is there is not lost", async () => {
  const { page, problems } = await openPage({ path: "places/", untouched: true });
  const still = page.locator("#static #filter");
  assert.ok(await still.isEnabled());
  await still.click();
  await page.keyboard.type("hoa binh");
  await page.locator("#static").waitFor({ state: "detached" });
  await page.locator(".filter [role=status]", { hasText: "2" }).waitFor();
  assert.equal(await filter(page).inputValue(), "hoa binh");
  assert.equal(await page.evaluate(() => document.activeElement.id), "filter");
  assert.deepEqual(problems, []);

  // If the explorer cannot arrive, the field is disabled.
  const { page: without } = await openPage({
    path: "places/",
    untouched: true,
    before: (page) => page.route("**/*.wasm", (route) => route.abort()),
  });
  await without.locator("#static #filter").click();
  await without.locator("#failed").waitFor();
  assert.ok(await without.locator("#static #filter").isDisabled());
  assert.ok(await without.locator("#static .placelist a").first().isVisible());
});

// --------------------------------------------------------------------------------- what it is now

test("what became of Hải Dương, and back to it from the unit of today", async () => {
  const { page, problems } = await open({ path: "?p=place&e=province63:30" });
  assert.equal(await told(page.locator(".when")), "đến ngày 30/6/2025 · nay thuộc thành phố Hải Phòng");
  const history = page.locator(".became");
  assert.match(await told(history), /Hải Dương[\s\S]*Hải Phòng/);
  await history.locator(".after a").click();

  await waitForView(page, /e=province34:31/);
  assert.equal(await told(page.locator(".when")), "từ ngày 1/7/2025");
  const before = page.locator("table.side");
  assert.deepEqual(
    await before.locator("thead th a").allInnerTexts(),
    ["Hải Dương", "Hải Phòng"],
    "both units before it, side by side",
  );
  await before.getByRole("link", { name: "Hải Dương" }).click();
  await waitForView(page, /e=province63:30/);
  await page.goBack();
  await waitForView(page, /e=province34:31/);
  // For Hà Nội only its place in the list of the 63 ended.
  await page.goto(new URL("?p=place&e=province63:01", page.url()).href);
  await started(page);
  assert.equal(await told(page.locator(".when")), "trong danh mục 63 tỉnh, thành phố, đến ngày 30/6/2025");
  assert.deepEqual(problems, []);
});

test("Phú Thọ of today: three figures side by side, their simple mean, and the announced places", async () => {
  const { page, problems } = await open({ path: "?p=place&e=province34:25" });
  const row = page.locator("table.side tbody tr").filter({ hasText: "Điểm chuyển đổi số (DTI)" }).filter({ hasText: "năm 2024" });
  const scores = await row.locator("td").allInnerTexts();
  assert.equal(scores.length, 3);
  assert.ok(scores.every((score) => /^0,\d{4}\s+hạng\s\d+\strong\s63$/.test(score.trim())), scores.join());
  const others = page.locator(".side a.more").filter({ hasText: "So với các nơi khác: điểm chuyển đổi số" });
  assert.match(await others.first().getAttribute("href"), /indicators\/dti_province\/\?focus=province34:25$/);
  const index = await told(page.locator(".index"));
  for (const part of ["0,6973", "Rõ Số tính, trung bình cộng của 3 đơn vị trước", "Hà Nội", "Huế"]) {
    assert.ok(index.includes(part), `${part}: ${index}`);
  }
  assert.ok(!/Phú Thọ: hạng/.test(index), "no place of its own was announced");
  assert.match(await told(page.locator(".placefoot")), /Nguồn:/);
  assert.deepEqual(problems, []);
});

test("a place that was announced is told once, at the top, with where it is printed", async () => {
  const { page, problems } = await open({ path: "?p=place&e=province34:46" });
  assert.match(await told(page.locator(".placed")), /Huế[\s\S]*2[\s\S]*21\/10\/2025/);
  assert.equal(await page.locator("table").filter({ hasText: "21/10/2025" }).count(), 0);
  // It only moved to the new list, so all that was known about it is here.
  await page.getByRole("heading", { name: "Huế đứng ở đâu?" }).waitFor();
  await page.locator(".placed .where").click();
  assert.match(await told(drawer(page)), /In là “2”[\s\S]*Công bố xếp hạng chỉ số chuyển đổi số \(DTI\) năm 2024 của 34 tỉnh/);
  assert.deepEqual(problems, []);
});

// --------------------------------------------------------------------------------- ministries, blocks

test("ministries, blocks, regions and the nation have pages, and a ministry carries no rank", async () => {
  for (const [id, name, parts] of [
    ["ministry22:BNV", "Bộ Nội vụ", ["Số mới nhất ở đây", "Chưa có số riêng"]],
    ["ministry22:BTTTT", "Bộ Thông tin và Truyền thông", ["Bộ Khoa học và Công nghệ"]],
    ["ministry25:BKHCN", "Bộ Khoa học và Công nghệ", ["từ ngày 1/3/2025", "Bộ Thông tin và Truyền thông"]],
    ["block:provinces", "Các tỉnh, thành phố", ["17,9%"]],
    ["block:ministries", "Các bộ, ngành", ["Số mới nhất ở đây"]],
    ["nation", "Cả nước", ["Mức chung và hai khối"]],
    ["region6:TDMNPB", "Trung du và miền núi phía Bắc", ["Các tỉnh, thành phố trong vùng", "Hòa Bình"]],
  ]) {
    const { page, problems } = await open({ path: `?p=place&e=${id}` });
    assert.equal(await told(page.locator("h1")), name);
    const text = await told(page.locator("main"));
    for (const part of parts) assert.ok(text.includes(part), `${id}: ${part}`);
    if (id.startsWith("ministry")) assert.ok(!/[Hh]ạng \d/.test(text), id);
    assert.deepEqual(problems, []);
  }
});

// ------------------------------------------------------------------------- the keyboard, the panel

test("from the home page to a paragraph by keyboard alone", async () => {
  const { page, problems } = await open();
  // The menu comes right after the name of the site.
  for (let step = 0; step < 12 && !(await focused(page)).startsWith("Tỉnh và bộ"); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await waitForView(page, /p=place$/);
  for (let step = 0; step < 24 && (await page.evaluate(() => document.activeElement.id)) !== "filter"; step += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("hoa binh");
  // The list follows what is typed.
  await page.locator(".placelist a:visible", { hasText: "Hà Nội" }).first().waitFor({ state: "hidden" });
  await page.keyboard.press("Tab");
  assert.match(spaced(await focused(page)), /^Hòa Bình/);
  await page.keyboard.press("Enter");
  await waitForView(page, /province63:17/);

  // On to the first figure that says where it is printed; the focus stays visible.
  let hidden = 0;
  await page.waitForFunction(() => document.activeElement.localName === "h1");
  await page.keyboard.press("Tab");
  for (let step = 0; step < 60 && !/Số này in ở đâu/.test(await focused(page)); step += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    if (outline === "none") hidden += 1;
  }
  assert.equal(hidden, 0, "the focus is visible");
  await page.keyboard.press("Enter");
  const panel = await told(drawer(page));
  for (const part of ["Số này in ở đâu?", "In là", "Cách hiểu con số", "Tuổi số liệu", "Báo sai"]) assert.ok(panel.includes(part), part);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "detached" });
  assert.match(await focused(page), /Số này in ở đâu/, "the focus is back");
  assert.equal(viewOf(page), HOA_BINH, "a look is not a view");
  assert.deepEqual(problems, []);
});

test("a figure leads to the comparison in which the place stands out", async () => {
  const { page, problems } = await open({ path: HOA_BINH });
  await page.getByRole("link", { name: /So với các nơi khác ?: .*DTI/ }).first().click();
  await waitForView(page, /p=compare&i=dti_province&focus=province63:17/);
  // Out of sight the row has no text that is laid out.
  await page.locator("tr.on").scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  assert.match(await told(page.locator("tr.on")), /Hòa Bình[\s\S]*0,7160/);
  assert.deepEqual(problems, []);
});

test("a place is shared by its address, which gives it back in the other language", async () => {
  const { page, problems } = await open({
    path: `${HOA_BINH}&theme=dark`,
    before: (page) => page.addInitScript(() => {
      Navigator.prototype.share = (data) => { window.shared = { ...data }; return Promise.resolve(); };
    }),
  });
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await page.getByRole("button", { name: "Share this page" }).click();
  const shared = await page.evaluate(() => window.shared);
  assert.equal(shared.title, await page.title());
  // The address of the static page, which is read at once and has a preview for social networks.
  assert.match(shared.url, /\/en\/places\/province63-17\/$/);
  const { page: other } = await openPage({ path: "en/places/province63-17/" });
  assert.match(await told(other.locator(".when")), /until 30 June 2025 · now part of Phú Thọ province/);
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------------------------------------ how it looks

test("nothing is wider than the screen, from 320 px up", async () => {
  for (const width of [320, 360, 768, 1440]) {
    for (const path of ["?p=place", HOA_BINH, "?p=place&e=province34:25", "?p=place&e=nation&lang=en"]) {
      const { page } = await open({ path, viewport: { width, height: 800 } });
      const wide = await tooWide(page);
      assert.ok(wide <= 0, `${path} at ${width} px is ${wide} px too wide`);
    }
  }
});

test("on paper and in forced colours a place keeps its figures and its rulers", async () => {
  const { page, problems } = await open({ path: HOA_BINH, context: { forcedColors: "active" } });
  const ruler = page.locator(".scale svg:visible").first();
  assert.ok(await ruler.isVisible());
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.emulateMedia({ media: "print" });
  assert.ok(await ruler.isVisible());
  assert.ok(!(await page.locator(".nav").isVisible()) && !(await page.locator(".pagefoot").isVisible()));
  // What is folded up on the screen is open on paper.
  await page.goto(new URL("?p=place", page.url()).href);
  await started(page);
  // A folded group is printed,
  await page.locator("details:not([open]) .placelist a").first().waitFor();
  await page.goto(new URL("?p=method", page.url()).href);
  await started(page);
  // and so is the glossary.
  await page.locator("details:not([open]) .terms dd").first().waitFor();
  assert.deepEqual(problems, []);
});
