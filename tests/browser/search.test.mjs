// The search over everything, as a reader uses it: by keyboard, by touch, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, accessibilityProblems, open as openPage, screenshot, slow, viewOf } from "./harness.mjs";

const TOUCH = { viewport: PHONE, context: { hasTouch: true, isMobile: true } };
const finder = (page) => page.locator("dialog.finder[open]");
const field = (page) => finder(page).getByRole("combobox");
const options = (page) => finder(page).getByRole("option");
const status = (page) => finder(page).getByRole("status");
const closed = (page) => page.locator("dialog[open]").waitFor({ state: "detached" });

/** A page whose app has started. */
async function open(options = {}) {
  const opened = await openPage(options);
  await opened.page.locator("#static").waitFor({ state: "detached" });
  return opened;
}

const spaced = (text) => text.replaceAll("\u00a0", " ");

test("Ctrl+K, a name without marks, Enter: the page of the place, by keyboard alone", async () => {
  const { page, problems } = await open();

  await page.keyboard.press("Control+k");
  await finder(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "find");
  await page.keyboard.type("hoa binh");
  assert.equal(await field(page).inputValue(), "hoa binh", "the key itself is not typed");
  assert.match(
    spaced(await options(page).first().innerText()),
    /^Hòa Bình\s+Tỉnh Hòa Bình · đến ngày 30\/6\/2025 · nay thuộc tỉnh Phú Thọ$/,
  );
  await page.keyboard.press("Enter");

  await closed(page);
  assert.equal(viewOf(page), "?p=place&e=province63:17");
  assert.equal(await page.title(), "Tỉnh Hòa Bình · Rõ Số");
  await page.goBack();
  assert.equal(viewOf(page), "");
  assert.deepEqual(problems, []);
});

test("what is typed right after Ctrl+K or a press on the button is searched, on a slow device too", async () => {
  const { page, problems } = await open();
  await slow(page, 12);
  const press = { key: () => page.keyboard.press("Control+k"), button: () => page.locator("header .find").press("Enter") };
  for (const [how, begin] of Object.entries(press)) {
    await begin();
    await page.keyboard.type("dti");
    await options(page).first().waitFor();
    assert.equal(await field(page).inputValue(), "dti", how);
    await page.keyboard.press("Escape");
    await closed(page);
  }
  // Nothing is left of the last search.
  await page.keyboard.press("Control+k");
  assert.equal(await field(page).inputValue(), "");
  assert.equal(await options(page).count(), 0);
  assert.deepEqual(problems, []);
});

test("a figure is found as it was printed, and leads to where; the page below stays", async () => {
  const { page, problems } = await open({ path: "?p=sources" });
  await page.keyboard.press("Control+k");
  await finder(page).waitFor();
  await page.keyboard.type("gan 90 trieu");
  assert.match(spaced(await options(page).first().innerText()), /90 triệu[\s\S]*Cả nước: /);
  await page.keyboard.press("Enter");
  await page.locator("dialog.drawer[open]", { hasText: "gần 90 triệu" }).waitFor();
  assert.equal(await page.locator("dialog[open]").count(), 1, "the search is closed");
  assert.equal(viewOf(page), "?p=sources");
  assert.deepEqual(problems, []);
});

test("arrows walk over all kinds, and what is marked stays in view", async () => {
  const { page, problems } = await open({ viewport: { width: 1280, height: 500 } });
  await page.keyboard.press("Control+k");
  await field(page).fill("dich vu cong");

  const names = await finder(page).getByRole("group").evaluateAll((groups) =>
    groups.map((group) => group.getAttribute("aria-label")));
  assert.deepEqual(names, ["Hệ thống", "Chỉ tiêu", "Câu chuyện"]);
  const count = await options(page).count();
  // Announced once the reader pauses.
  await status(page).filter({ hasText: new RegExp(`^\\d+ kết quả, hiện ${count} kết quả đầu`) }).waitFor();
  for (let step = 0; step < count; step += 1) {
    const marked = page.locator(`#${await field(page).getAttribute("aria-activedescendant")}`);
    assert.equal(await marked.getAttribute("aria-selected"), "true");
    assert.equal(await marked.innerText(), await options(page).nth(step).innerText());
    const { top, bottom, list } = await marked.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, list: element.closest("[role=listbox]").getBoundingClientRect() };
    });
    assert.ok(top >= list.top - 1 && bottom <= list.bottom + 1, `option ${step} is seen`);
    await page.keyboard.press("ArrowDown");
  }
  // Down stops at the last hit, and up goes back from there.
  await page.keyboard.press("ArrowUp");
  assert.equal(await field(page).getAttribute("aria-activedescendant"), `hits-${count - 2}`);
  // Other letters start again at the first hit.
  await field(page).fill("dich vu");
  assert.equal(await field(page).getAttribute("aria-activedescendant"), "hits-0");
  assert.deepEqual(problems, []);
});

test("words for a place and a measure find both, each under its kind", async () => {
  const { page, problems } = await open();
  await page.getByRole("button", { name: "Tìm" }).click();
  await field(page).fill("dti hoa binh");

  const found = spaced(await finder(page).getByRole("listbox").innerText());
  assert.match(found, /^Nơi\s+Hòa Bình\s[\s\S]*Chỉ tiêu\s+Điểm chuyển đổi số \(DTI\)[\s\S]*Hệ thống\s+Chỉ số chuyển đổi số \(DTI\)/);
  await options(page).filter({ hasText: "Điểm chuyển đổi số (DTI), thang 0–1" }).click();

  await closed(page);
  assert.equal(viewOf(page), "?p=compare&i=dti_province");
  assert.ok(await page.locator(".stage canvas").isVisible());
  assert.deepEqual(problems, []);
});

test("a former district leads to its province and says why", async () => {
  const { page, problems } = await open({ path: "?p=compare" });
  await page.locator("body").press("Control+k");
  for (const [typed, name, why] of [
    ["quan dong da", "Hà Nội", "Quận Đống Đa thuộc Hà Nội; cấp huyện kết thúc hoạt động từ ngày 1/7/2025."],
    ["TP. Thủ Đức", "TP. Hồ Chí Minh", "Thành phố Thủ Đức thuộc TP. Hồ Chí Minh"],
  ]) {
    await field(page).fill(typed);
    const first = spaced(await options(page).first().innerText());
    assert.ok(first.startsWith(name) && first.includes(why), first);
  }
  await page.keyboard.press("Enter");
  await closed(page);
  assert.equal(viewOf(page), "?p=place&e=province63:79");
  assert.deepEqual(problems, []);
});

test("letters and signs are what is typed, and open nothing by themselves", async () => {
  const { page, problems } = await open({ path: "?p=compare" });
  const box = page.getByRole("combobox", { name: "Thêm một nơi" });

  await box.focus();
  await page.keyboard.type("a/b");
  assert.equal(await box.inputValue(), "a/b");
  await page.locator("h1").click();
  for (const key of ["/", "k", "f", "Shift+K", "Control+Alt+k"]) await page.keyboard.press(key);
  assert.equal(await finder(page).count(), 0);
  // The same in the open search; and nothing else opens over another panel.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("1/7");
  assert.equal(await field(page).inputValue(), "1/7");
  await page.keyboard.press("Escape");
  await closed(page);
  await page.locator(".cell").first().click();
  await page.keyboard.press("Control+k");
  assert.equal(await page.locator("dialog[open]").count(), 1);
  assert.deepEqual(problems, []);
});

test("closed by Escape, by the cross and beside it: nothing has changed, nothing is kept", async () => {
  const { page, problems } = await open();
  const button = page.getByRole("button", { name: "Tìm" });

  for (const [close, isFocusBack] of [
    [() => page.keyboard.press("Escape"), true],
    [() => finder(page).getByRole("button", { name: "Đóng" }).click(), true],
    // A press outside is a press on the page, which takes the focus.
    [() => page.mouse.click(20, 780), false],
  ]) {
    await button.click();
    assert.equal(await field(page).inputValue(), "", "opens empty");
    assert.equal(await options(page).count(), 0);
    await field(page).fill("ha noi");
    await options(page).first().waitFor();
    await close();
    await closed(page);
    assert.equal(viewOf(page), "");
    const isFocused = await button.evaluate((element) => element === document.activeElement);
    assert.ok(isFocused || !isFocusBack, "the focus is back");
  }
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(kept, [0, 0, ""]);
  assert.deepEqual(problems, []);
});

test("a tap beside it closes it and presses nothing below; a press that only begins or ends there does neither", async () => {
  const { page, problems } = await open({ viewport: { width: 1024, height: 768 }, context: { hasTouch: true } });
  const show = async () => {
    await page.locator(".find").click();
    await finder(page).waitFor();
    return finder(page).boundingBox();
  };
  const { x, y, width } = await show();
  await page.mouse.move(x + width / 2, y + 20);
  await page.mouse.down();
  await page.mouse.move(5, 760);
  await page.mouse.up();
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 20);
  await page.mouse.up();
  assert.equal(await finder(page).count(), 1);
  const below = await page.evaluate(() => {
    const { left, right, top, bottom } = document.querySelector("dialog[open]").getBoundingClientRect();
    const spots = [...document.querySelectorAll(".nav a:not([aria-current])")].map((link) => link.getBoundingClientRect());
    const middles = spots.map((spot) => [spot.left + spot.width / 2, spot.top + spot.height / 2]);
    return middles.find(([x, y]) => y > 0 && y < innerHeight && (x < left || x > right || y < top || y > bottom));
  });
  const before = page.url();
  await page.touchscreen.tap(...below);
  await closed(page);
  await page.waitForTimeout(200);
  assert.equal(page.url(), before);
  // The same tap on the open page follows a link.
  await page.touchscreen.tap(...below);
  await page.waitForFunction((before) => location.href !== before, before);
  assert.deepEqual(problems, []);
});

test("an indicator without a comparison is shown at once on the long page of its system", async () => {
  const { page, context, problems } = await open(TOUCH);
  await page.getByRole("button", { name: "Tìm" }).first().click();
  await field(page).fill("giam le phi");
  await finder(page).getByRole("option").first().click();
  const isShown = () => {
    const { activeElement } = document;
    const { top } = activeElement.getBoundingClientRect();
    return activeElement.id.startsWith("of-fee_") && top >= 0 && top < 120 && scrollY > 1000;
  };
  await page.waitForFunction(isShown);
  // Shared, the address leads there too.
  assert.match(page.url(), /systems\/.+\/\?focus=fee_/);
  const shared = await context.newPage();
  await shared.goto(page.url());
  await shared.waitForFunction(isShown);
  assert.deepEqual(problems, []);
});

test("what is not there is said, and Enter does nothing", async () => {
  const { page, problems } = await open();
  await page.keyboard.press("Control+k");
  await field(page).fill("khong co gi nhu the");
  await status(page).filter({ hasText: /./ }).waitFor();
  assert.equal(await status(page).innerText(), "Không tìm thấy. Hãy thử tên tỉnh, thành phố, bộ, ngành, chỉ tiêu hay hệ thống; ở đây không có số của quận, huyện, xã.");
  assert.equal(await field(page).getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  assert.ok(await finder(page).isVisible());
  assert.deepEqual(problems, []);
});

test("on a phone: a tap opens it, everything is 44 px high, a tap chooses", async () => {
  const { page, problems } = await open(TOUCH);
  await page.getByRole("button", { name: "Tìm" }).tap();
  await field(page).fill("hue");
  await screenshot(page, "search-phone", { fullPage: false });

  const small = await finder(page).locator("input, button, [role=option]").evaluateAll((found) =>
    found.map((element) => [element.textContent, element.getBoundingClientRect().height]).filter(([, height]) => height < 44));
  assert.deepEqual(small, []);
  const wide = await finder(page).evaluate((dialog) => [dialog.scrollWidth - dialog.clientWidth, dialog.getBoundingClientRect().right - innerWidth]);
  assert.ok(wide.every((over) => over <= 0), wide.join());
  const found = spaced(await finder(page).getByRole("listbox").innerText());
  assert.match(found, /Huế\s+Thành phố Huế · từ ngày 1\/7\/2025[\s\S]*Thừa Thiên Huế\s+Tỉnh Thừa Thiên Huế · đến ngày 31\/12\/2024/);
  await options(page).first().tap();
  await closed(page);
  assert.equal(viewOf(page), "?p=place&e=province34:46");
  assert.deepEqual(problems, []);
});

test("in English, and the language stays", async () => {
  const { page, problems } = await open({ path: "?p=compare&lang=en" });
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("ministry of health");
  assert.match(await options(page).first().innerText(), /^Ministry of Health\s+Ministry or agency · BYT$/);
  await status(page).filter({ hasText: "Results: 1" }).waitFor();
  await page.keyboard.press("Enter");
  await closed(page);
  assert.equal(viewOf(page), "?p=place&e=ministry22:BYT&lang=en");
  assert.deepEqual(problems, []);
});

test("before the app has started the button waits", async () => {
  const { page } = await openPage({ before: (page) => page.route("**/data.*.json", (route) => route.abort()) });
  assert.ok(await page.getByRole("button", { name: "Tìm" }).isDisabled());
});

test("the head of the page is one row on a desk and two below it, in both languages", async () => {
  for (const path of ["", "?lang=en"]) {
    for (const [width, rows] of [[1440, 1], [1280, 1], [1152, 1], [1024, 2], [768, 2], [390, 2], [360, 2]]) {
      const { page } = await open({ path, viewport: { width, height: 800 } });
      const height = await page.locator(".site").evaluate((head) => head.getBoundingClientRect().height);
      assert.ok(rows === 1 ? height < 80 : height > 80 && height < 130, `${width} px${path}: ${height} px`);
    }
  }
});

for (const [name, options] of Object.entries({
  "light": { viewport: DESKTOP },
  "dark": { viewport: DESKTOP, colorScheme: "dark" },
  "English, phone": { ...TOUCH, path: "?lang=en" },
  "dark, phone": { ...TOUCH, colorScheme: "dark" },
})) {
  test(`axe finds nothing in the open search: ${name}`, async () => {
    const { page } = await open(options);
    await page.locator(".find").click();
    await page.waitForTimeout(300);
    assert.deepEqual(await accessibilityProblems(page), []);
    for (const typed of ["ho so", "nothing of the kind"]) {
      await field(page).fill(typed);
      assert.deepEqual(await accessibilityProblems(page), [], typed);
      await screenshot(page, `search-${name}-${typed}`, { fullPage: false });
    }
  });
}
